package gunbot.preflight.command;

/** Where the running program is asked by a command beside it. */
final class Local {
    private Local() {}

    /** An address that means "all of this machine" is asked on the loopback. */
    static String address(String host) {
        return host.equals("0.0.0.0") ? "127.0.0.1" : host.equals("::") ? "::1" : host;
    }
}
