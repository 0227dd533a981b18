package eliq.backbone.qwen3vl;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.backbone.BackboneException;
import eliq.job.Job;
import eliq.job.JobCancelledException;
import eliq.job.JobContext;
import eliq.tensor.ElementType;
import eliq.tensor.Safetensors;
import eliq.tensor.SafetensorsStream;
import eliq.tensor.SafetensorsWriter;
import eliq.tensor.TensorException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Writes a checkpoint of a published size with random weights, so that speed, memory and loading can be tested at true
 * widths without the weights. Values are made while they are written; a shard that is whole is not made twice.
 */
public final class RandomModelJob implements Job<RandomModel, MadeModel> {
    public static final String KIND = "random-model";

    /** As the original repositories are cut. */
    private static final long SHARD_BYTES = 5_000_000_000L;

    private static final int CHUNK_VALUES = 1 << 20;
    private static final int TABLE = 1 << 16;
    private static final String SEED = "random_seed";

    private final long shardBytes;

    public RandomModelJob() {
        this(SHARD_BYTES);
    }

    RandomModelJob(long shardBytes) {
        this.shardBytes = shardBytes;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<RandomModel> parametersType() {
        return RandomModel.class;
    }

    @Override
    public Class<MadeModel> resultType() {
        return MadeModel.class;
    }

    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public MadeModel run(RandomModel p, JobContext context)
            throws BackboneException, JobCancelledException {
        return make(p, p.config(), context);
    }

    /** With a shape of its own. */
    MadeModel make(RandomModel p, Qwen3VlConfig config, JobContext context)
            throws BackboneException, JobCancelledException {
        List<List<TensorNames.Expected>> shards = shards(config, p.type());
        long bytes = shards.stream().flatMap(List::stream).mapToLong(t -> bytes(t, p.type())).sum();
        try {
            Files.createDirectories(p.folder());
            requireRoom(p.folder(), bytes);
            long done = 0;
            Map<String, String> index = new LinkedHashMap<>();
            for (int i = 0; i < shards.size(); i++) {
                String name = name(i, shards.size());
                done = write(p, config, shards.get(i), name, new Meter(context, done, bytes));
                shards.get(i).forEach(tensor -> index.put(tensor.name(), name));
            }
            if (shards.size() > 1) {
                writeIndex(p.folder(), index, bytes);
            }
            RandomModelFiles.write(p.folder(), config, p.type());
        } catch (IOException e) {
            throw new BackboneException(
                    p.folder() + ": the checkpoint could not be written: " + e.getMessage(), e);
        } catch (TensorException e) {
            throw new BackboneException(e.getMessage(), e);
        }
        return new MadeModel(p.folder(), bytes, bytes * 8 / p.type().bits(), shards.size());
    }

    private static void requireRoom(Path folder, long bytes) throws IOException, BackboneException {
        long usable = Files.getFileStore(folder).getUsableSpace();
        long there = 0;
        try (var files = Files.newDirectoryStream(folder, "*.safetensors")) {
            for (Path file : files) {
                there += Files.size(file);
            }
        }
        if (usable + there < bytes + 100_000_000) {
            throw new BackboneException(
                    String.format(
                            Locale.ROOT,
                            "%s: the checkpoint has %.1f GB and there is room for %.1f GB; choose another folder,"
                                    + " or fewer layers",
                            folder,
                            bytes / 1e9,
                            usable / 1e9));
        }
    }

    private static String name(int shard, int of) {
        return of == 1
                ? "model.safetensors"
                : String.format(Locale.ROOT, "model-%05d-of-%05d.safetensors", shard + 1, of);
    }

    private List<List<TensorNames.Expected>> shards(Qwen3VlConfig config, ElementType type) {
        List<List<TensorNames.Expected>> shards = new ArrayList<>();
        long room = 0;
        for (TensorNames.Expected tensor : RandomWeights.once(config)) {
            long bytes = bytes(tensor, type);
            if (shards.isEmpty() || bytes > room) {
                shards.add(new ArrayList<>());
                room = shardBytes;
            }
            shards.getLast().add(tensor);
            room -= bytes;
        }
        return shards;
    }

    private static long bytes(TensorNames.Expected tensor, ElementType type) {
        return entry(tensor, type).bytes();
    }

    private static SafetensorsStream.Entry entry(TensorNames.Expected tensor, ElementType type) {
        return new SafetensorsStream.Entry(tensor.name(), type, tensor.shape());
    }

    /** Progress in bytes. */
    private record Meter(JobContext context, long before, long total) {
        void at(long written) throws JobCancelledException {
            context.checkCancelled();
            context.progress("Writing random weights", before + written, total);
        }
    }

    /** Returns the bytes written so far, those before included. */
    private static long write(
            RandomModel p,
            Qwen3VlConfig config,
            List<TensorNames.Expected> shard,
            String name,
            Meter meter)
            throws TensorException, JobCancelledException {
        Path file = p.folder().resolve(name);
        Map<String, TensorNames.Expected> byName = new LinkedHashMap<>();
        shard.forEach(tensor -> byName.put(tensor.name(), tensor));
        long bytes = shard.stream().mapToLong(t -> bytes(t, p.type())).sum();
        if (!isWhole(file, shard, p)) {
            long[] written = {0};
            SafetensorsStream.<JobCancelledException>write(
                    file,
                    shard.stream().map(t -> entry(t, p.type())).toList(),
                    Map.of("format", "pt", SEED, Long.toString(p.seed())),
                    (entry, sink) -> {
                        fill(byName.get(entry.name()), entry, config, p.seed(), sink);
                        meter.at(written[0] += entry.bytes());
                    });
        }
        meter.at(bytes);
        return meter.before() + bytes;
    }

    private static boolean isWhole(Path file, List<TensorNames.Expected> shard, RandomModel p) {
        if (!Files.exists(file)) {
            return false;
        }
        try (Safetensors there = Safetensors.open(file)) {
            boolean same =
                    Long.toString(p.seed()).equals(there.metadata().get(SEED))
                            && there.names().size() == shard.size();
            for (TensorNames.Expected tensor : shard) {
                same =
                        same
                                && there.names().contains(tensor.name())
                                && there.type(tensor.name()) == p.type()
                                && Arrays.equals(there.shape(tensor.name()), tensor.shape());
            }
            return same;
        } catch (TensorException e) {
            return false;
        }
    }

    /**
     * Matrices get values drawn from 65,536 normal ones: as good as normal for every purpose of such a checkpoint, and as
     * fast as the disk.
     */
    private static void fill(
            TensorNames.Expected tensor,
            SafetensorsStream.Entry entry,
            Qwen3VlConfig config,
            long seed,
            SafetensorsStream.Sink sink)
            throws IOException {
        SplittableRandom random = new SplittableRandom(seed * 31 + tensor.name().hashCode());
        int width = entry.type().bits() / 8;
        boolean matrix = tensor.shape().length > 1;
        double deviation =
                matrix ? RandomWeights.deviation(tensor, config, RandomWeights.DEVIATION) : 0;
        double mean = !matrix && tensor.name().endsWith(".weight") ? 1 : 0;
        int[] table = new int[TABLE];
        for (int i = 0; i < TABLE; i++) {
            table[i] = bits((float) (mean + deviation * random.nextGaussian()), entry.type());
        }
        ByteBuffer chunk =
                ByteBuffer.allocateDirect((int) Math.min(entry.values(), CHUNK_VALUES) * width)
                        .order(ByteOrder.LITTLE_ENDIAN);
        for (long left = entry.values(); left > 0; left -= CHUNK_VALUES) {
            chunk.clear().limit((int) Math.min(left, CHUNK_VALUES) * width);
            long drawn = 0;
            for (int i = 0; chunk.hasRemaining(); i++) {
                drawn = (i & 3) == 0 ? random.nextLong() : drawn >>> 16;
                int value = table[(int) (drawn & TABLE - 1)];
                if (width == 2) {
                    chunk.putShort((short) value);
                } else {
                    chunk.putInt(value);
                }
            }
            sink.put(chunk.flip());
        }
    }

    private static int bits(float value, ElementType type) {
        return switch (type) {
            case F32 -> Float.floatToRawIntBits(value);
            case F16 -> Float.floatToFloat16(value);
            case BF16 -> SafetensorsWriter.bfloat16(value);
            default -> throw new IllegalArgumentException("no random values of type " + type);
        };
    }

    private static void writeIndex(Path folder, Map<String, String> places, long bytes)
            throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode root = json.createObjectNode();
        root.putObject("metadata").put("total_size", bytes);
        ObjectNode map = root.putObject("weight_map");
        places.forEach(map::put);
        Files.writeString(
                folder.resolve("model.safetensors.index.json"),
                json.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
    }
}
