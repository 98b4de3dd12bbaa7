package gunbot.preflight.standin.bitfinex;

import gunbot.preflight.standin.KeyState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of a key's permissions in each of its states: whether it reads, whether it writes. */
final class BitfinexRights {

    private static final List<String> ROWS = List.of(
            "account",
            "history",
            "orders",
            "positions",
            "funding",
            "settings",
            "wallets",
            "withdraw",
            "ui_withdraw",
            "bfxpay",
            "eaas_agreement",
            "eaas_withdraw",
            "eaas_deposit",
            "eaas_brokerage");
    private static final List<String> READ = List.of("account", "history", "orders", "positions", "funding", "wallets");

    private BitfinexRights() {}

    /**
     * One row of the answer.
     *
     * @param read the second element
     * @param write the third element
     */
    record Row(boolean read, boolean write) {}

    static Map<String, Row> of(KeyState state) {
        Map<String, Row> rows = new LinkedHashMap<>();
        ROWS.forEach(name -> rows.put(name, new Row(READ.contains(name), name.equals("orders"))));
        switch (state) {
            case READ_ONLY -> rows.put("orders", new Row(true, false));
            case NO_READ -> {
                ROWS.forEach(name -> rows.put(name, new Row(false, false)));
                rows.put("orders", new Row(false, true));
            }
            case PARTIAL_READ -> rows.put("wallets", new Row(false, false));
            case WITHDRAW_ON -> rows.put("withdraw", new Row(false, true));
            case TRANSFER_ON -> rows.put("wallets", new Row(true, true));
            case EXTRA_RIGHTS -> {
                rows.put("positions", new Row(true, true));
                rows.put("funding", new Row(true, true));
                rows.put("settings", new Row(true, true));
            }
            case NEW_RIGHT -> rows.put("derivatives", new Row(true, true));
            default -> {}
        }
        return rows;
    }
}
