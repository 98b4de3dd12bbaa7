package gunbot.preflight.gunbot;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/** Says why a file may not be opened: whose it is, what its mode is, and who we are. */
final class Denied {
    private Denied() {}

    /** Variant "denied", or "denied-folder" where a folder on the way cannot even be entered. */
    static Finding finding(Path path) {
        var finding = Finding.of(Code.CONFIG_UNREADABLE).with("user", user());
        try {
            var file = Files.readAttributes(path, PosixFileAttributes.class);
            return finding.variant("denied")
                    .with("owner", person(file.owner().getName(), uid(path)))
                    .with("mode", PosixFilePermissions.toString(file.permissions()));
        } catch (IOException | UnsupportedOperationException e) {
            return finding.variant("denied-folder");
        }
    }

    /** Our own user; containers often run under a number that has no name. */
    private static String user() {
        return person(System.getProperty("user.name", "?"), uid(Path.of("/proc/self")));
    }

    private static String person(String name, String uid) {
        boolean named = !name.isBlank() && !name.equals("?") && !name.equals(uid);
        return !named ? uid : uid.equals("?") ? name : name + " (" + uid + ")";
    }

    private static String uid(Path path) {
        try {
            return String.valueOf(Files.getAttribute(path, "unix:uid"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return "?";
        }
    }
}
