package gunbot.preflight.facts;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One item of an address list: a single address, a block ({@code 203.0.113.0/28}) or a span ({@code 203.0.113.1-203.0.113.9}),
 * of IPv4 or IPv6 in whatever spelling. Names are never looked up.
 *
 * @param bits 32 or 128
 * @param first the lowest address of it
 * @param last the highest
 */
public record AddressRange(int bits, BigInteger first, BigInteger last) {
    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /** What an item of a list stands for; empty where it cannot be told, such as of a half-hidden address. */
    public static Optional<AddressRange> of(String item) {
        var slash = item.indexOf('/');
        if (slash >= 0) {
            return single(item.substring(0, slash)).flatMap(base -> block(base, item.substring(slash + 1)));
        }
        var dash = item.indexOf('-');
        return dash < 0
                ? single(item)
                : single(item.substring(0, dash))
                        .flatMap(from -> single(item.substring(dash + 1)).flatMap(to -> span(from, to)));
    }

    /** Whether every address of the other is in this one. */
    public boolean holds(AddressRange address) {
        return bits == address.bits && first.compareTo(address.first) <= 0 && last.compareTo(address.last) >= 0;
    }

    private static Optional<AddressRange> single(String text) {
        var plain = text.strip();
        boolean literal = IPV4.matcher(plain).matches() || IPV6.matcher(plain).matches();
        if (!literal) {
            return Optional.empty(); // what is no literal would be looked up as a name
        }
        try {
            var bytes = InetAddress.getByName(plain.contains(":") ? "[" + plain + "]" : plain)
                    .getAddress();
            var number = new BigInteger(1, bytes);
            return Optional.of(new AddressRange(bytes.length * Byte.SIZE, number, number));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static Optional<AddressRange> block(AddressRange base, String length) {
        if (!length.matches("[0-9]{1,3}") || Integer.parseInt(length) > base.bits) {
            return Optional.empty();
        }
        var free = base.bits - Integer.parseInt(length);
        var first = base.first.shiftRight(free).shiftLeft(free);
        var last = first.add(BigInteger.ONE.shiftLeft(free)).subtract(BigInteger.ONE);
        return Optional.of(new AddressRange(base.bits, first, last));
    }

    private static Optional<AddressRange> span(AddressRange from, AddressRange to) {
        return from.bits == to.bits && from.first.compareTo(to.last) <= 0
                ? Optional.of(new AddressRange(from.bits, from.first, to.last))
                : Optional.empty();
    }
}
