package eliq.pairs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.Drawing;
import eliq.catalog.ImageRecord;
import eliq.catalog.Origin;
import eliq.generate.EditRequest;
import eliq.generate.GenerateException;
import eliq.generate.GenerateException.Reason;
import eliq.generate.GeneratedImage;
import eliq.generate.GenerationRequest;
import eliq.generate.GenerationRequest.Quality;
import eliq.generate.GenerationWatch;
import eliq.generate.ImageEditor;
import eliq.generate.ImageGenerator;
import eliq.generate.Provenance;
import eliq.image.ContentHash;
import eliq.image.Pixels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Drawings under what was asked for. Each is stored as soon as it is there, and what is stored is not asked for again:
 * a killed build loses nothing that it had. What failed is not asked for again either while this object lives.
 */
final class DrawingShelf {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SEPARATOR = "\u001f";

    private final Catalog catalog;
    private final Pictures pictures;
    private final GenerationWatch watch;
    private final Map<ContentHash, GenerateException> failed = new ConcurrentHashMap<>();

    /** @param watch asked whether drawings are still wanted */
    DrawingShelf(Catalog catalog, Pictures pictures, GenerationWatch watch) {
        this.catalog = catalog;
        this.pictures = pictures;
        this.watch = watch;
    }

    /** A drawing that is stored. */
    record Kept(ContentHash hash, Pixels pixels) {}

    @FunctionalInterface
    private interface Work {
        GeneratedImage make() throws GenerateException;
    }

    /** What makes two drawings the same. */
    static ContentHash identity(String artist, GenerationRequest request) {
        return identity("draw", artist, Recipes.request(request).toString());
    }

    /** @param source what makes two pictures to be edited the same: the identity of a drawing, or a content hash */
    static ContentHash identity(String editor, String instruction, long seed, ContentHash source) {
        return identity("edit", editor, instruction, Long.toString(seed), source.hex());
    }

    private static ContentHash identity(String... parts) {
        return ContentHash.of(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }

    /** The image of a drawing that is there, its file included. */
    Optional<ContentHash> find(ContentHash identity) throws CatalogException {
        Optional<Drawing> drawing = catalog.drawings().find(identity);
        return drawing.isPresent() ? usable(drawing.get()) : Optional.empty();
    }

    private Optional<ContentHash> usable(Drawing drawing) throws CatalogException {
        return catalog.images()
                .find(drawing.image())
                .filter(image -> Files.isRegularFile(catalog.path(image)))
                .map(ImageRecord::hash);
    }

    /** @param promptId the prompt that the drawing is judged by */
    Kept draw(ImageGenerator artist, GenerationRequest request, long promptId)
            throws GenerateException {
        ContentHash identity = identity(artist.name(), request);
        ObjectNode asked = Recipes.request(request);
        String name =
                "%s-%s-%s.png"
                        .formatted(
                                artist.name().replace('/', '-'),
                                quality(request.quality()),
                                identity.hex().substring(0, 16));
        Asked what = new Asked(identity, artist.name(), asked, name, promptId, request.prompt());
        return keeping(what, () -> artist.make(request, watch));
    }

    /**
     * @param source as {@link #identity(String, String, long, ContentHash)} takes it
     * @param image hash of the picture to be edited
     */
    Kept edit(
            ImageEditor editor,
            EditRequest request,
            ContentHash source,
            ContentHash image,
            long promptId)
            throws GenerateException {
        ContentHash identity =
                identity(editor.name(), request.instruction(), request.seed(), source);
        ObjectNode asked = JSON.createObjectNode();
        asked.put("source", image.hex());
        asked.put("instruction", request.instruction());
        asked.put("seed", request.seed());
        String name =
                "%s-%s.png"
                        .formatted(
                                editor.name().replace('/', '-'), identity.hex().substring(0, 16));
        Asked what =
                new Asked(identity, editor.name(), asked, name, promptId, request.instruction());
        return keeping(what, () -> editor.edit(request, watch));
    }

    /**
     * @param name of the image, as shown to people
     * @param words that the artist was given
     */
    private record Asked(
            ContentHash identity,
            String artist,
            ObjectNode request,
            String name,
            long promptId,
            String words) {}

    private Kept keeping(Asked asked, Work work) throws GenerateException {
        GenerateException before = failed.get(asked.identity());
        if (before != null) {
            throw new GenerateException(before.reason(), before.getMessage(), before);
        }
        try {
            Optional<Kept> stored = stored(asked);
            return stored.isPresent() ? stored.get() : keep(asked, work.make());
        } catch (CatalogException e) {
            throw new GenerateException(Reason.UNREACHABLE, e.getMessage(), e);
        } catch (GenerateException e) {
            if (e.reason() != Reason.CANCELLED) {
                failed.put(asked.identity(), e);
            }
            throw e;
        }
    }

    private Optional<Kept> stored(Asked asked) throws CatalogException {
        Optional<Drawing> drawing = catalog.drawings().find(asked.identity());
        if (drawing.isEmpty() || !drawing.get().request().equals(asked.request().toString())) {
            // An edit of another picture than this: the source was drawn again and came out
            // otherwise.
            return Optional.empty();
        }
        try {
            ContentHash hash = drawing.get().image();
            return Optional.of(new Kept(hash, pictures.pixels(hash)));
        } catch (PairsException e) {
            // The stored one cannot be used any more: it is drawn again.
            return Optional.empty();
        }
    }

    private Kept keep(Asked asked, GeneratedImage made) throws CatalogException {
        Provenance provenance = made.provenance();
        Pixels pixels = made.pixels();
        ImageRecord image =
                pictures.store(
                        pixels,
                        new Pictures.Details(
                                asked.name(),
                                Origin.GENERATED,
                                asked.promptId(),
                                Optional.of(asked.artist()),
                                provenance.model(),
                                OptionalLong.of(provenance.seed()),
                                Optional.of(asked.words())));
        catalog.drawings()
                .add(
                        image,
                        new Drawing(
                                asked.identity(),
                                image.hash(),
                                asked.artist(),
                                asked.request().toString(),
                                details(provenance),
                                (long) pixels.width() * pixels.height(),
                                provenance.took(),
                                provenance.made()));
        return new Kept(image.hash(), pixels);
    }

    private static String details(Provenance provenance) {
        ObjectNode details = JSON.createObjectNode();
        provenance.model().ifPresent(model -> details.put("model", model));
        details.put("seed", provenance.seed());
        provenance.workflow().ifPresent(workflow -> setWorkflow(details, workflow));
        return details.toString();
    }

    private static void setWorkflow(ObjectNode details, String workflow) {
        try {
            details.set("workflow", JSON.readTree(workflow));
        } catch (JsonProcessingException e) {
            details.put("workflow", workflow);
        }
    }

    private static String quality(Quality quality) {
        return switch (quality) {
            case Quality.Full full -> "full";
            case Quality.EarlyStopped early ->
                    "early-stopped-%.0f".formatted(100 * early.progress());
            case Quality.Weaker weaker -> "weaker-%.0f".formatted(100 * weaker.strength());
        };
    }
}
