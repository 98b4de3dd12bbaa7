package gunbot.preflight.exchange.cex;

import gunbot.preflight.exchange.AllowedCall;
import java.util.List;

/** All that may be sent to CEX.IO. Nearly everything is a POST; the older interface takes forms, signed at their end. */
final class CexCalls {
    private static final String REST = "POST https://trade.cex.io/api/spot/";
    private static final String LEGACY = "POST https://cex.io/api/";
    private static final String KEY = " key=<access_key>&nonce=<nonce>";

    static final AllowedCall TIME = AllowedCall.read(REST + "rest-public/get_server_time {}");
    static final AllowedCall STATUS = AllowedCall.read(REST + "rest/get_my_account_status_v3 {}");
    static final AllowedCall CANCEL = AllowedCall.refusalProbe(
            REST + "rest/do_cancel_my_order"
                    + " {\"clientOrderId\":\"<uuid>\",\"cancelRequestId\":\"<uuid>\",\"timestamp\":<time>}",
            "cancels one order by a client order id made for this request, which no order has");

    static final AllowedCall LEGACY_BALANCE = AllowedCall.read(LEGACY + "balance/" + KEY);
    static final AllowedCall LEGACY_OPEN_ORDERS = AllowedCall.read(LEGACY + "open_orders/" + KEY);
    static final AllowedCall LEGACY_CANCEL = AllowedCall.refusalProbe(
            LEGACY + "cancel_order/" + KEY + "&id=1",
            "cancels one order by the number 1, which was never an open order of this user");

    static final List<AllowedCall> ALL =
            List.of(TIME, STATUS, CANCEL, LEGACY_BALANCE, LEGACY_OPEN_ORDERS, LEGACY_CANCEL);

    private CexCalls() {}
}
