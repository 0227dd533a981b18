import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How fast an app image starts, with its ahead-of-time cache and without: whole processes, in turns, after one of each that
 * does not count.
 *
 * <p>{@code java packaging/StartTimes.java OUT [ROUNDS]}, where {@code OUT} is the folder that {@link AppImage} wrote to.
 */
final class StartTimes {
    private static final List<List<String>> COMMANDS =
            List.of(List.of("--version"), List.of("check", "window"), List.of("check", "scorer"));

    private StartTimes() {}

    static void main(String[] arguments) throws IOException, InterruptedException {
        Path out = Path.of(arguments[0]);
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Target target = Target.here();
        Path scratch = out.resolve("start-times");
        Started started = new Started(target, target.image(out), scratch);
        for (List<String> command : COMMANDS) {
            double[][] seconds = new double[2][rounds];
            for (int round = -1; round < rounds; round++) {
                for (int way = 0; way < 2; way++) {
                    String mode = way == 0 ? "-XX:AOTMode=on" : "-XX:AOTMode=off";
                    long begun = System.nanoTime();
                    started.run("eliq", List.of(mode), command);
                    if (round >= 0) {
                        seconds[way][round] = (System.nanoTime() - begun) / 1e9;
                    }
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "eliq %s: with the cache %s, without %s%n",
                    String.join(" ", command),
                    summary(seconds[0]),
                    summary(seconds[1]));
        }
        AppImage.clear(scratch);
    }

    private static String summary(double[] seconds) {
        Arrays.sort(seconds);
        return String.format(
                Locale.ROOT,
                "%.2f s (%.2f to %.2f)",
                seconds[seconds.length / 2],
                seconds[0],
                seconds[seconds.length - 1]);
    }
}
