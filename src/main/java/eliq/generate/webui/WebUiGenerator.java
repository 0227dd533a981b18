package eliq.generate.webui;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.generate.Capabilities;
import eliq.generate.Capabilities.QualityKind;
import eliq.generate.EditRequest;
import eliq.generate.GenerateException;
import eliq.generate.GenerateException.Reason;
import eliq.generate.GeneratedImage;
import eliq.generate.GenerationRequest;
import eliq.generate.GenerationRequest.Quality;
import eliq.generate.GenerationWatch;
import eliq.generate.ImageEditor;
import eliq.generate.ImageGenerator;
import eliq.generate.http.BlackRetry;
import eliq.generate.webui.WebUiClient.Checkpoint;
import eliq.image.ImageEncoding;
import eliq.image.Pixels;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One checkpoint of a web UI. As an editor it draws the picture again under the instruction (img2img): it goes by what the
 * instruction shows, and does not obey it as an instruction model does. {@link Quality.EarlyStopped} interrupts the run
 * when the asked-for step is seen to be done; the step that was reached is recorded.
 */
final class WebUiGenerator implements ImageGenerator, ImageEditor {
    /** What fits into 32 bits: the server's generators take no more. */
    static final long GREATEST_SEED = 0xFFFF_FFFFL;

    private static final int STEP = 8;
    private static final int LARGEST_SIDE = 2048;

    private final String name;
    private final WebUiModel model;
    private final List<WebUiModel> weaker;
    private final double denoising;
    private final WebUiWork work;

    /**
     * @param weaker from the best to the poorest; may be empty
     * @param denoising of an edit, 0 (nothing changes) .. 1 (drawn anew)
     */
    WebUiGenerator(
            String name,
            WebUiModel model,
            List<WebUiModel> weaker,
            double denoising,
            WebUiWork work) {
        this.name = name;
        this.model = model;
        this.weaker = List.copyOf(weaker);
        this.denoising = denoising;
        this.work = work;
    }

    @Override
    public String name() {
        return name;
    }

    /** Attention kernels and timed interrupts round as they like. */
    @Override
    public boolean deterministic() {
        return false;
    }

    @Override
    public Capabilities capabilities() {
        Set<QualityKind> kinds = EnumSet.of(QualityKind.FULL, QualityKind.EARLY_STOPPED);
        if (!weaker.isEmpty()) {
            kinds.add(QualityKind.WEAKER);
        }
        return new Capabilities(kinds, true, model.width(), model.height(), STEP);
    }

    @Override
    public Pixels generate(GenerationRequest request) throws GenerateException {
        return make(request, GenerationWatch.NONE).pixels();
    }

    @Override
    public GeneratedImage make(GenerationRequest request, GenerationWatch watch)
            throws GenerateException {
        if (!capabilities().makes(request.quality())) {
            throw refused("has no weaker model to draw with");
        }
        checkSeed(request.seed());
        if (request.width() % STEP != 0
                || request.height() % STEP != 0
                || Math.min(request.width(), request.height()) < 64
                || Math.max(request.width(), request.height()) > LARGEST_SIDE) {
            throw refused(
                    "makes pictures whose sides are multiples of %d from 64 to %d, not %d x %d"
                            .formatted(STEP, LARGEST_SIDE, request.width(), request.height()));
        }
        WebUiModel used = request.quality() instanceof Quality.Weaker weak ? weaker(weak) : model;
        Optional<Checkpoint> checkpoint = checkpoint(used);
        OptionalInt stop =
                request.quality() instanceof Quality.EarlyStopped early
                        ? OptionalInt.of(
                                Math.clamp(
                                        Math.round(early.progress() * used.steps()),
                                        1,
                                        used.steps() - 1))
                        : OptionalInt.empty();
        return BlackRetry.run(
                name,
                request.seed(),
                GREATEST_SEED,
                work.client().http().settings(),
                watch,
                seed -> {
                    ObjectNode body =
                            body(
                                    used,
                                    checkpoint,
                                    request.prompt(),
                                    seed,
                                    request.width(),
                                    request.height());
                    return work.make(name, "txt2img", body, checkpoint, stop, watch);
                });
    }

    @Override
    public GeneratedImage edit(EditRequest request, GenerationWatch watch)
            throws GenerateException {
        checkSeed(request.seed());
        Optional<Checkpoint> checkpoint = checkpoint(model);
        int width = request.image().width() / STEP * STEP;
        int height = request.image().height() / STEP * STEP;
        if (width == 0 || height == 0) {
            throw refused("cannot edit a picture whose sides are less than " + STEP);
        }
        String picture = Base64.getEncoder().encodeToString(ImageEncoding.png(request.image()));
        return BlackRetry.run(
                name,
                request.seed(),
                GREATEST_SEED,
                work.client().http().settings(),
                watch,
                seed -> {
                    ObjectNode body =
                            body(model, checkpoint, request.instruction(), seed, width, height);
                    body.putArray("init_images").add(picture);
                    body.put("denoising_strength", denoising);
                    body.put("include_init_images", false);
                    return work.make(name, "img2img", body, checkpoint, OptionalInt.empty(), watch);
                });
    }

    private ObjectNode body(
            WebUiModel used,
            Optional<Checkpoint> checkpoint,
            String prompt,
            long seed,
            int width,
            int height)
            throws GenerateException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("prompt", prompt).put("negative_prompt", "").put("seed", seed);
        body.put("steps", used.steps()).put("cfg_scale", used.guidance());
        used.distilledGuidance().ifPresent(value -> body.put("distilled_cfg_scale", value));
        body.put("width", width).put("height", height);
        body.put("sampler_name", used.sampler()).put("scheduler", used.scheduler());
        body.put("batch_size", 1).put("n_iter", 1);
        ObjectNode settings = body.putObject("override_settings");
        checkpoint.ifPresent(c -> settings.put("sd_model_checkpoint", c.title()));
        List<String> modules = modules(used);
        if (!modules.isEmpty()) {
            ArrayNode files = settings.putArray("forge_additional_modules");
            modules.forEach(files::add);
        }
        body.put("override_settings_restore_afterwards", false);
        return body;
    }

    /** The server's paths of the files that the model needs beside its own. */
    private List<String> modules(WebUiModel used) throws GenerateException {
        List<String> paths = new ArrayList<>();
        if (!used.modules().isEmpty()) {
            List<String> installed = work.client().modules();
            for (String file : used.modules()) {
                paths.add(
                        installed.stream()
                                .filter(path -> path.endsWith(file))
                                .findFirst()
                                .orElseThrow(
                                        () ->
                                                refused(
                                                        "needs the file "
                                                                + file
                                                                + " among the server's VAE and text encoder files")));
            }
        }
        return paths;
    }

    private Optional<Checkpoint> checkpoint(WebUiModel used) throws GenerateException {
        if (used.checkpoints().isEmpty()) {
            return Optional.empty();
        }
        List<Checkpoint> installed = work.client().checkpoints();
        return Optional.of(
                WebUiBackend.find(used, installed)
                        .orElseThrow(
                                () ->
                                        refused(
                                                "needs the checkpoint "
                                                        + String.join(" or ", used.checkpoints())
                                                        + " in the web UI's models/Stable-diffusion")));
    }

    private WebUiModel weaker(Quality.Weaker weak) {
        double strength = Math.clamp(weak.strength(), 0, 1);
        return weaker.get(Math.min(weaker.size() - 1, (int) (strength * weaker.size())));
    }

    private void checkSeed(long seed) throws GenerateException {
        if (seed < 0 || seed > GREATEST_SEED) {
            throw refused("takes seeds from 0 to 4294967295, not " + seed);
        }
    }

    private GenerateException refused(String what) {
        return new GenerateException(Reason.REFUSED, name + " " + what + ".");
    }
}
