package eliq.cli;

import eliq.generate.Capabilities;
import eliq.pairs.BuildPairs;
import eliq.pairs.PairSettings;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Who draws what, and how large. */
final class ArtistOptions {
    private static final Pattern SIZE = Pattern.compile("(\\d{2,5})x(\\d{2,5})");

    @Option(
            names = "--generator",
            paramLabel = "NAME",
            split = ",",
            description = {
                "Who draws the positives, one of each for every prompt: painter, or a configured one such as",
                "comfyui/qwen-image. Several are separated by commas. Default: painter."
            })
    private List<String> generators = List.of();

    @Option(
            names = "--weak",
            paramLabel = "NAME",
            split = ",",
            description = {
                "Weak generators for the aesthetic AI-specific negatives, the weakest first.",
                "Without them the positive's own generator is asked for less."
            })
    private List<String> weak = List.of();

    @Option(
            names = "--editor",
            paramLabel = "NAME",
            description = {
                "Image editor for the aesthetic conventional negatives, such as comfyui/qwen-image-edit.",
                "Without one they are made by operations of this program, and their recipes say so."
            })
    private String editor;

    @Option(
            names = "--era",
            paramLabel = "LABEL",
            description = "Era of the generators. Default: their names.")
    private String era;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description = "Of the drawings, in pixels. Default: what suits the first generator.")
    private String size;

    void check() throws UsageException {
        if (size != null && !SIZE.matcher(size).matches()) {
            throw new UsageException("--size is '" + size + "'; write it as 1024x1024");
        }
    }

    /** Names of the generators, where any were given. */
    Optional<List<String>> generators() {
        return generators.isEmpty() ? Optional.empty() : Optional.of(generators);
    }

    Optional<String> era() {
        return Optional.ofNullable(era);
    }

    /** Who else draws, where anybody was named. */
    Optional<BuildPairs.Artists> others() {
        return weak.isEmpty() && editor == null
                ? Optional.empty()
                : Optional.of(new BuildPairs.Artists(weak, Optional.ofNullable(editor)));
    }

    /** Width and height, where they were given. */
    Optional<int[]> size() {
        if (size == null) {
            return Optional.empty();
        }
        Matcher sides = SIZE.matcher(size);
        if (!sides.matches()) {
            throw new IllegalStateException("--size was not checked");
        }
        return Optional.of(
                new int[] {Integer.parseInt(sides.group(1)), Integer.parseInt(sides.group(2))});
    }

    /** The settings for drawings of the size given, or of that which suits the first generator. */
    PairSettings sized(PairSettings settings, Session session) throws Exception {
        if (size().isPresent()) {
            return settings.sized(size().get()[0], size().get()[1]);
        }
        if (generators.isEmpty()) {
            return settings;
        }
        Capabilities first =
                session.workbench().generators().generator(generators.getFirst()).capabilities();
        return settings.sized(first.preferredWidth(), first.preferredHeight());
    }
}
