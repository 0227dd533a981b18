package eliq.app.benchmark;

import eliq.app.words.Amounts;
import java.util.stream.Collectors;

/** Why images have no place in a method's numbers, in words. */
final class Missing {
    private Missing() {}

    static String text(MethodRow row) {
        return row.result()
                .map(
                        r ->
                                r.missing().stream()
                                        .map(
                                                m ->
                                                        Amounts.count(m.images(), "image")
                                                                + ": "
                                                                + m.reason()
                                                                + " ("
                                                                + String.join(", ", m.examples())
                                                                + (m.images() > m.examples().size()
                                                                        ? ", …"
                                                                        : "")
                                                                + ")")
                                        .collect(Collectors.joining("\n")))
                .orElse("");
    }
}
