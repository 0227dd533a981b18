package eliq.benchmark;

import java.util.LinkedHashMap;
import java.util.Map;

/** What an evaluation ran on. */
public final class Machine {
    private Machine() {}

    /** System, Java and processors, by name. */
    public static Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                "system",
                System.getProperty("os.name")
                        + " "
                        + System.getProperty("os.version")
                        + ", "
                        + System.getProperty("os.arch"));
        facts.put("Java", System.getProperty("java.version"));
        facts.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        return facts;
    }
}
