package eliq.hub;

import static org.junit.jupiter.api.Assertions.assertThrows;

import eliq.tensor.SafetensorsWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A hub with one small repository, an empty cache, and no time lost in waiting. */
final class PullFixture implements AutoCloseable {
    static final String MODEL = TestHub.REPOSITORY;
    static final int WEIGHT_BYTES = 300_000;

    final TestHub hub = TestHub.start();
    final Path root;
    final Map<String, String> environment = new HashMap<>();
    final List<Duration> waits = Collections.synchronizedList(new ArrayList<>());
    final byte[] weights;
    long usable = Long.MAX_VALUE / 2;
    Duration patience = Duration.ofSeconds(20);
    private int jobs;

    PullFixture(Path root) throws Exception {
        this.root = root;
        this.weights = weights(root, 1);
        environment.put("HF_ENDPOINT", hub.endpoint());
        environment.put("HF_HOME", root.resolve("hf").toString());
    }

    /** A safetensors file that is one. */
    static byte[] weights(Path folder, long seed) throws Exception {
        float[] values = new float[WEIGHT_BYTES / 4];
        Random random = new Random(seed);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        Path file = Files.createTempFile(folder, "weights", ".safetensors");
        SafetensorsWriter.write(
                file,
                List.of(new SafetensorsWriter.Tensor("w", new long[] {values.length}, values)),
                SafetensorsWriter.Precision.F32,
                Map.of("format", "pt"));
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        return bytes;
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What a repository has beside its weights, needed and not. */
    static Map<String, byte[]> small(String remark) {
        return Map.of(
                "config.json",
                text("{\"model_type\":\"qwen3_vl\",\"remark\":\"" + remark + "\"}"),
                "tokenizer.json",
                text("{}"),
                "README.md",
                text("# " + remark),
                ".gitattributes",
                text("*.safetensors filter=lfs"));
    }

    /** The first commit. */
    String publish() {
        return hub.commit(1, small("first"), Map.of("model.safetensors", weights));
    }

    HubEnvironment hubEnvironment() {
        return new HubEnvironment(environment, root);
    }

    TestContext context() throws IOException {
        return new TestContext(Files.createDirectories(root.resolve("job-" + ++jobs)));
    }

    PulledModel pull(String model) throws Exception {
        return pull(new PullModel(model, List.of(), false), context());
    }

    PulledModel pull(PullModel parameters, TestContext context) throws Exception {
        Pause pause =
                (time, job) -> {
                    waits.add(time);
                    job.checkCancelled();
                    // A lock is waited for by the clock.
                    if (time.toMillis() < 1000) {
                        Thread.sleep(10);
                    }
                };
        Means means = new Means(folder -> usable, pause, patience);
        return new PullModelJob(hubEnvironment(), means).run(parameters, context);
    }

    /** Why a pull fails. */
    String refusal(String model) {
        return assertThrows(HubException.class, () -> pull(model)).getMessage();
    }

    CachedRepository cached() {
        return new CachedRepository(hubEnvironment().cache(), new RepositoryId(MODEL));
    }

    Path file(String commit, String name) {
        return cached().snapshot(commit).resolve(name);
    }

    List<Path> parts() throws IOException {
        return SafeFiles.below(cached().blobs()).stream().filter(CachedRepository::isPart).toList();
    }

    InstalledModels installed() {
        return new InstalledModels(root.resolve("models"), Optional.empty(), hubEnvironment());
    }

    @Override
    public void close() {
        hub.close();
    }
}
