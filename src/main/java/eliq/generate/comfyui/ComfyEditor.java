package eliq.generate.comfyui;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.generate.EditRequest;
import eliq.generate.GenerateException;
import eliq.generate.GenerateException.Reason;
import eliq.generate.GeneratedImage;
import eliq.generate.GenerationWatch;
import eliq.generate.ImageEditor;
import eliq.generate.http.BlackRetry;
import eliq.image.ContentHash;
import eliq.image.ImageEncoding;
import eliq.image.Pixels;
import java.util.EnumMap;
import java.util.Map;

/** A model of a ComfyUI server that edits by instruction. */
final class ComfyEditor implements ImageEditor {
    private final String name;
    private final ComfyModel model;
    private final ComfyWork work;

    ComfyEditor(String name, ComfyModel model, ComfyWork work) {
        this.name = name;
        this.model = model;
        this.work = work;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean deterministic() {
        return true;
    }

    @Override
    public GeneratedImage edit(EditRequest request, GenerationWatch watch)
            throws GenerateException {
        if (request.seed() < 0) {
            throw new GenerateException(
                    Reason.REFUSED,
                    name + " takes seeds from 0 to 2^63 - 1, not " + request.seed() + ".");
        }
        Workflow workflow = model.ready();
        byte[] png = ImageEncoding.png(wholeSteps(request.image()));
        String uploaded = work.upload(png, ContentHash.of(png).hex() + ".png");
        return BlackRetry.run(
                name,
                request.seed(),
                ComfyGenerator.GREATEST_SEED,
                work.settings(),
                watch,
                seed -> {
                    Map<Slot, Object> values = new EnumMap<>(Slot.class);
                    values.put(Slot.PROMPT, request.instruction());
                    values.put(Slot.SEED, seed);
                    values.put(Slot.IMAGE, uploaded);
                    values.put(Slot.PREFIX, work.prefix());
                    ObjectNode graph = workflow.filled(values);
                    return work.run(name, workflow, graph, seed, watch);
                });
    }

    /** Cut to sides that the model can make, evenly at both ends. */
    private Pixels wholeSteps(Pixels image) throws GenerateException {
        int step = model.spec().step();
        int width = image.width() / step * step;
        int height = image.height() / step * step;
        if (width == 0 || height == 0) {
            throw new GenerateException(
                    Reason.REFUSED,
                    "%s: a picture of %d x %d is too small to be edited; its sides must be at least %d."
                            .formatted(name, image.width(), image.height(), step));
        }
        if (width == image.width() && height == image.height()) {
            return image;
        }
        int left = (image.width() - width) / 2;
        int top = (image.height() - height) / 2;
        byte[] rgb = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(
                    image.rgb(),
                    3 * ((y + top) * image.width() + left),
                    rgb,
                    3 * y * width,
                    3 * width);
        }
        return new Pixels(width, height, rgb);
    }
}
