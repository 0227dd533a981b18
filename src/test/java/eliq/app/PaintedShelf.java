package eliq.app;

import eliq.app.library.ImageShelf;
import eliq.app.picture.Pictures;
import eliq.catalog.ImageFacets;
import eliq.catalog.ImageFilter;
import eliq.catalog.ImageLocation;
import eliq.catalog.ImageRecord;
import eliq.catalog.ImageRow;
import eliq.catalog.ImageSort;
import eliq.catalog.Origin;
import eliq.catalog.Score;
import eliq.image.ContentHash;
import eliq.image.Pixels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import javafx.scene.image.Image;

/** A shelf of any number of coloured pictures. */
final class PaintedShelf implements ImageShelf {

    private List<ImageRow> rows = List.of();
    private Optional<String> broken = Optional.empty();

    /** Nothing can be read from now on, for this reason. */
    void breakWith(String reason) {
        broken = Optional.of(reason);
    }

    void fill(int count) {
        rows = IntStream.range(0, count).mapToObj(PaintedShelf::row).toList();
    }

    /** The first of them has a score. */
    void fillScored(int count) {
        fill(count);
        List<ImageRow> all = new ArrayList<>(rows);
        ImageRow first = all.getFirst();
        all.set(0, new ImageRow(first.image(), first.prompt(), Optional.of(score(first))));
        rows = List.copyOf(all);
    }

    private static Score score(ImageRow of) {
        return new Score(
                of.image().hash(),
                Optional.empty(),
                "nano",
                -0.25,
                OptionalDouble.empty(),
                0.68,
                0.63,
                OptionalDouble.empty(),
                0.5,
                0.5,
                Instant.EPOCH);
    }

    static Optional<Image> picture(ImageRow row) {
        return picture(Path.of(row.image().name()));
    }

    static Optional<Image> picture(Path file) {
        int hue = file.toString().hashCode();
        byte[] rgb = new byte[3 * 96 * 72];
        for (int i = 0; i < rgb.length; i += 3) {
            int row = i / (3 * 96);
            rgb[i] = (byte) (60 + (hue & 0x7F) + row / 2);
            rgb[i + 1] = (byte) (60 + (hue >> 7 & 0x7F));
            rgb[i + 2] = (byte) (60 + (hue >> 14 & 0x7F) - row / 2);
        }
        return Optional.of(Pictures.toFx(new Pixels(96, 72, rgb)));
    }

    private static ImageRow row(int number) {
        String name = String.format("image %05d.png", number);
        return new ImageRow(
                new ImageRecord(
                        ContentHash.of(name.getBytes(StandardCharsets.UTF_8)),
                        new ImageLocation.Outside(Path.of("pictures", name)),
                        name,
                        1024,
                        768,
                        "PNG",
                        1_234_567,
                        Origin.IMPORTED,
                        OptionalLong.empty(),
                        Optional.of("comfyui/qwen-image"),
                        Optional.empty(),
                        OptionalLong.of(42),
                        Optional.empty(),
                        Instant.EPOCH),
                Optional.of(
                        "A lighthouse on a rocky coast at dusk, waves breaking, warm light in its window"),
                Optional.empty());
    }

    @Override
    public long count(ImageFilter filter) throws ShelfException {
        if (broken.isPresent()) {
            throw new ShelfException(broken.get(), new IllegalStateException());
        }
        return matching(filter).size();
    }

    @Override
    public List<ImageRow> page(ImageFilter filter, ImageSort sort, long offset, int limit) {
        List<ImageRow> matching = matching(filter);
        return matching.subList((int) offset, (int) Math.min(matching.size(), offset + limit));
    }

    private List<ImageRow> matching(ImageFilter filter) {
        return filter.text().isEmpty()
                ? rows
                : rows.stream().filter(row -> row.image().name().contains(filter.text())).toList();
    }

    @Override
    public ImageFacets facets() {
        return new ImageFacets(
                List.of("animals", "people"),
                List.of("comfyui/qwen-image", "painter"),
                List.of("painter"),
                List.of("nano"));
    }

    @Override
    public List<Score> history(ImageRow row) {
        return List.of();
    }

    @Override
    public Path path(ImageRow row) {
        return Path.of("pictures", row.image().name());
    }

    @Override
    public String bringIn(List<Path> files, ImportProgress progress) {
        return "nothing to bring in";
    }
}
