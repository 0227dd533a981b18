package eliq.cli;

import eliq.generate.Capabilities;
import eliq.generate.EditRequest;
import eliq.generate.GeneratedImage;
import eliq.generate.GenerationRequest;
import eliq.generate.GenerationRequest.Quality;
import eliq.generate.GenerationWatch;
import eliq.generate.ImageGenerator;
import eliq.generate.Provenance;
import eliq.image.ImageDecoder;
import eliq.image.ImageEncoding;
import eliq.image.Pixels;
import eliq.report.Column;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One picture, to see that a backend works. */
@Command(
        name = "try",
        description = {
            "Makes one picture with a generator, or edits one with an editor (--image), and writes it as PNG.",
            "How it came about is written into the file and printed. Ctrl-C takes it back from the server."
        },
        footer = {
            "",
            "Examples:",
            "  eliq backends try painter --prompt \"two red cars on a city street\" --out cars.png",
            "  eliq backends try studio/qwen-image --prompt \"a red fox in snow\" --seed 7 --size 1024x1024 --out fox.png",
            "  eliq backends try studio/qwen-image --prompt \"a red fox in snow\" --quality early:0.3 --out early.png",
            "  eliq backends try studio/qwen-image-edit --image fox.png --prompt \"tilt the horizon\" --out tilted.png"
        })
final class TryBackendCommand extends WorkbenchCommand {
    private static final List<Column> COLUMNS =
            List.of(
                    Column.text("file", "File"),
                    Column.text("size", "Size"),
                    Column.text("generator", "Generator"),
                    Column.text("model", "Model"),
                    Column.text("seed", "Seed"),
                    Column.number("seconds", "Seconds", 1),
                    Column.text("workflow", "Request (SHA-256)"));

    @Parameters(
            paramLabel = "NAME",
            description = "A generator or editor, as 'eliq backends list' shows them.")
    private String name;

    @Option(
            names = "--prompt",
            required = true,
            paramLabel = "TEXT",
            description = "What is to be seen; for an editor, what is to be changed.")
    private String prompt;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE.png",
            description = "Where the picture goes.")
    private Path out;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of all randomness. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description = "In pixels. Default: what the model was trained for.")
    private String size;

    @Option(
            names = "--quality",
            paramLabel = "QUALITY",
            defaultValue = "full",
            description =
                    "full, early:SHARE of the steps done, or weak:STRENGTH, both 0..1. Default: ${DEFAULT-VALUE}.")
    private String quality;

    @Option(names = "--image", paramLabel = "FILE", description = "The picture to be edited.")
    private Path image;

    @Mixin private FormatOption format;

    TryBackendCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void check() throws UsageException {
        if (size != null) {
            SizeText.read("--size", size);
        }
        quality();
        if (image != null && !Files.isRegularFile(image)) {
            throw new UsageException("--image: there is no file " + image);
        }
        if (Files.isDirectory(out)) {
            throw new UsageException("--out: " + out + " is a folder; name a file");
        }
    }

    @Override
    int run(Session session) throws Exception {
        Interruptible watch = new Interruptible(session.display());
        Thread stop = new Thread(watch::stop, "stop-generating");
        Runtime.getRuntime().addShutdownHook(stop);
        GeneratedImage made;
        try {
            made = image == null ? generated(session, watch) : edited(session, watch);
        } finally {
            watch.done();
            removeHook(stop);
        }
        Provenance provenance = made.provenance();
        Files.write(out, ImageEncoding.png(made.pixels(), provenance.texts(prompt)));
        session.print(
                format.format(),
                COLUMNS,
                List.of(
                        List.of(
                                out.toString(),
                                made.pixels().width() + "x" + made.pixels().height(),
                                provenance.generator(),
                                provenance.model().orElse(""),
                                provenance.seed(),
                                provenance.took().toMillis() / 1000.0,
                                provenance.workflowHash().map(Object::toString).orElse(""))));
        return Failures.OK;
    }

    private GeneratedImage generated(Session session, GenerationWatch watch) throws Exception {
        ImageGenerator generator = session.workbench().generators().generator(name);
        Capabilities can = generator.capabilities();
        int[] sides =
                size == null
                        ? new int[] {can.preferredWidth(), can.preferredHeight()}
                        : SizeText.read("--size", size);
        return generator.make(
                new GenerationRequest(prompt, seed, sides[0], sides[1], quality()), watch);
    }

    private GeneratedImage edited(Session session, GenerationWatch watch) throws Exception {
        Pixels pixels = ImageDecoder.decode(image).pixels();
        return session.workbench()
                .generators()
                .editor(name)
                .edit(new EditRequest(pixels, prompt, seed), watch);
    }

    private Quality quality() throws UsageException {
        String[] parts = quality.split(":", 2);
        if (parts[0].equals("full") && parts.length == 1) {
            return new Quality.Full();
        }
        try {
            double degree = parts.length < 2 ? 0.5 : Double.parseDouble(parts[1]);
            if (degree >= 0 && degree <= 1 && parts[0].equals("early")) {
                return new Quality.EarlyStopped(degree);
            }
            if (degree >= 0 && degree <= 1 && parts[0].equals("weak")) {
                return new Quality.Weaker(degree);
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new UsageException(
                "--quality is '"
                        + quality
                        + "'; it must be full, early:SHARE or weak:STRENGTH, with 0 to 1");
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending: the hook does its work now.
        }
    }

    /** Shows progress; gives the backend a moment to take the picture back when the process is told to end. */
    private static final class Interruptible implements GenerationWatch {
        private static final int PATIENCE_SECONDS = 3;

        private final ProgressDisplay display;
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final CountDownLatch done = new CountDownLatch(1);

        Interruptible(ProgressDisplay display) {
            this.display = display;
        }

        @Override
        public void queued(int ahead) {
            display.update("Waiting, " + ahead + " ahead", 0, 0, "");
        }

        @Override
        public void step(int step, int total) {
            display.update("Drawing", step, total, "");
        }

        @Override
        public void note(String sentence) {
            display.say(sentence);
        }

        @Override
        public boolean cancelled() {
            return stopped.get();
        }

        void done() {
            done.countDown();
        }

        void stop() {
            stopped.set(true);
            try {
                done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
