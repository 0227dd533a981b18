package eliq.nano;

import eliq.backbone.BackboneException;
import eliq.backbone.ImageStates;
import eliq.backbone.PreparedImage;
import eliq.backbone.TrainingImage;
import eliq.catalog.Aspect;
import eliq.critic.CriticException;
import eliq.file.WholeFile;
import eliq.generate.painter.SceneGrammar;
import eliq.generate.painter.SceneParser;
import eliq.prompts.Category;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Groups of training pictures as a vision tower that stands still sees them, a file for each group: painted and looked at
 * once, read in every epoch.
 */
final class KeptGroups implements PictureGroups {

    private static final int LOG_GROUPS = 100;
    private static final int PAINTED_GROUPS = 20;

    private final Path folder;
    private final int width;

    /** What the tower makes of a picture. */
    interface Tower {
        List<ImageStates> states(List<PreparedImage> images) throws BackboneException;
    }

    /** @param width values of an image token */
    KeptGroups(Path folder, int width) {
        this.folder = folder;
        this.width = width;
    }

    /**
     * Makes what is not there yet.
     *
     * @param first number of the first group of the source
     * @return whether all are there; false if it was cancelled
     */
    boolean fill(
            PictureGroups source,
            long first,
            int groups,
            Tower tower,
            Consumer<String> log,
            BooleanSupplier cancelled)
            throws CriticException, BackboneException, IOException {
        Files.createDirectories(folder);
        for (int start = 0; start < groups; start += LOG_GROUPS) {
            int end = Math.min(groups, start + LOG_GROUPS);
            for (int some = start; some < end; some += PAINTED_GROUPS) {
                int[] missing =
                        IntStream.range(some, Math.min(end, some + PAINTED_GROUPS))
                                .filter(group -> !Files.exists(file(group)))
                                .toArray();
                if (cancelled.getAsBoolean()) {
                    return false;
                }
                List<List<NanoPicture>> painted = painted(source, first, missing);
                Iterator<ImageStates> seen = tower.states(images(painted)).iterator();
                for (int i = 0; i < missing.length; i++) {
                    WholeFile.write(file(missing[i]), bytes(painted.get(i), seen));
                }
            }
            log.accept("pictures looked at: %d of %d groups".formatted(end, groups));
        }
        return true;
    }

    private Path file(long group) {
        return folder.resolve("group-%06d.bin".formatted(group));
    }

    private static List<PreparedImage> images(List<List<NanoPicture>> groups) {
        List<PreparedImage> images = new ArrayList<>();
        for (List<NanoPicture> group : groups) {
            for (NanoPicture picture : group) {
                if (!(picture.image() instanceof PreparedImage image)) {
                    throw new IllegalArgumentException("the source must paint its pictures");
                }
                images.add(image);
            }
        }
        return images;
    }

    private static byte[] bytes(List<NanoPicture> group, Iterator<ImageStates> seen)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (NanoPicture picture : group) {
            write(picture, out);
            ImageStates states = seen.next();
            out.writeShort(states.rows());
            out.writeShort(states.columns());
            out.writeByte(states.levels().size());
            for (short[] level : states.levels()) {
                ByteBuffer values = ByteBuffer.allocate(level.length * Short.BYTES);
                values.asShortBuffer().put(level);
                out.write(values.array());
            }
        }
        return bytes.toByteArray();
    }

    /** Painted side by side: the tower, which comes after, has no use for so many threads. */
    private static List<List<NanoPicture>> painted(PictureGroups source, long first, int[] groups)
            throws CriticException {
        try {
            return IntStream.of(groups)
                    .parallel()
                    .mapToObj(group -> painted(source, first + group))
                    .toList();
        } catch (Unpaintable e) {
            throw e.reason;
        }
    }

    private static List<NanoPicture> painted(PictureGroups source, long group) {
        List<NanoPicture> pictures = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            try {
                pictures.add(source.picture(group * SIZE + i));
            } catch (CriticException e) {
                throw new Unpaintable(e);
            }
        }
        return pictures;
    }

    private static void write(NanoPicture picture, DataOutputStream out) throws IOException {
        switch (picture) {
            case NanoPicture.Sound it -> {
                out.writeByte(0);
                write(it.prompt(), out);
                out.writeBoolean(it.quality());
            }
            case NanoPicture.Degraded it -> {
                out.writeByte(1);
                write(it.prompt(), out);
                out.writeUTF(it.aspect().name());
                out.writeDouble(it.strength());
                out.writeUTF(it.operation());
            }
            case NanoPicture.Texture it -> {
                out.writeByte(2);
                out.writeDouble(it.strength());
            }
        }
    }

    private static void write(NanoPrompts.Numbered prompt, DataOutputStream out)
            throws IOException {
        out.writeUTF(prompt.sample().text());
        out.writeUTF(prompt.sample().category().name());
        out.writeLong(prompt.seed());
    }

    @Override
    public NanoPicture picture(long number) throws CriticException {
        Path file = file(number / SIZE);
        try (DataInputStream in =
                new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            NanoPicture picture = read(in);
            for (int i = 0; i < number % SIZE; i++) {
                picture = read(in);
            }
            return picture;
        } catch (IOException | IllegalArgumentException e) {
            throw new CriticException(
                    file + " cannot be read: " + e.getMessage() + "; remove it and go on", e);
        }
    }

    private NanoPicture read(DataInputStream in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case 0 -> {
                NanoPrompts.Numbered prompt = prompt(in);
                boolean quality = in.readBoolean();
                yield new NanoPicture.Sound(prompt, quality, image(in));
            }
            case 1 -> {
                NanoPrompts.Numbered prompt = prompt(in);
                Aspect aspect = Aspect.valueOf(in.readUTF());
                double strength = in.readDouble();
                String operation = in.readUTF();
                yield new NanoPicture.Degraded(prompt, aspect, strength, operation, image(in));
            }
            case 2 -> {
                double strength = in.readDouble();
                yield new NanoPicture.Texture(strength, image(in));
            }
            default -> throw new IOException("a picture of kind " + kind + " is unknown");
        };
    }

    private static NanoPrompts.Numbered prompt(DataInputStream in) throws IOException {
        String text = in.readUTF();
        Category category = Category.valueOf(in.readUTF());
        return new NanoPrompts.Numbered(
                new SceneGrammar.Sample(text, new SceneParser().parse(text), category),
                in.readLong());
    }

    private TrainingImage image(DataInputStream in) throws IOException {
        int rows = in.readShort();
        int columns = in.readShort();
        int values = rows / NanoSightings.MERGED * (columns / NanoSightings.MERGED) * width;
        List<short[]> levels =
                IntStream.range(0, in.readByte()).mapToObj(_ -> new short[values]).toList();
        for (short[] level : levels) {
            ByteBuffer.wrap(in.readNBytes(values * Short.BYTES)).asShortBuffer().get(level);
        }
        return new ImageStates(rows, columns, levels);
    }
}
