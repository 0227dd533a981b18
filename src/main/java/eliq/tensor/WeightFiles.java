package eliq.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eliq.file.JsonFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The weights of a model directory: one {@code model.safetensors}, or the shards that {@code
 * model.safetensors.index.json} names. Tensors that the index does not map are ignored, as other readers do.
 */
public final class WeightFiles implements AutoCloseable {
    private static final String SINGLE = "model.safetensors";
    private static final String INDEX = "model.safetensors.index.json";

    private final Map<String, Safetensors> byTensor;
    private final List<Safetensors> files;

    private WeightFiles(Map<String, Safetensors> byTensor, List<Safetensors> files) {
        this.byTensor = byTensor;
        this.files = files;
    }

    /**
     * Opens and checks all files of a directory.
     *
     * @throws TensorException if there are none, one is damaged, or the index names what is not there
     */
    public static WeightFiles open(Path directory) throws TensorException {
        Path index = directory.resolve(INDEX);
        Map<String, String> places = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        if (Files.exists(index)) {
            places.putAll(read(index));
            places.values().stream().distinct().sorted().forEach(names::add);
        } else if (Files.exists(directory.resolve(SINGLE))) {
            names.add(SINGLE);
        } else {
            throw new TensorException(directory + ": holds neither " + SINGLE + " nor " + INDEX);
        }
        Map<String, Safetensors> opened = new LinkedHashMap<>();
        try {
            for (String name : names) {
                opened.put(name, Safetensors.open(directory.resolve(name)));
            }
            Map<String, Safetensors> byTensor = new TreeMap<>();
            if (places.isEmpty()) {
                Safetensors only = opened.get(SINGLE);
                only.names().forEach(tensor -> byTensor.put(tensor, only));
            }
            for (Map.Entry<String, String> place : places.entrySet()) {
                Safetensors shard = opened.get(place.getValue());
                if (!shard.names().contains(place.getKey())) {
                    throw new TensorException(
                            index
                                    + ": puts tensor '"
                                    + place.getKey()
                                    + "' into "
                                    + place.getValue()
                                    + ", which does not have it");
                }
                byTensor.put(place.getKey(), shard);
            }
            return new WeightFiles(byTensor, List.copyOf(opened.values()));
        } catch (TensorException | RuntimeException e) {
            opened.values().forEach(Safetensors::close);
            throw e;
        }
    }

    private static Map<String, String> read(Path index) throws TensorException {
        JsonNode map;
        try {
            map = new ObjectMapper().readTree(Files.readAllBytes(index)).path("weight_map");
        } catch (IOException e) {
            throw new TensorException(index + ": cannot be read: " + JsonFault.of(e), e);
        }
        if (!map.isObject() || map.isEmpty()) {
            throw new TensorException(index + ": has no weight_map");
        }
        Map<String, String> places = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : map.properties()) {
            String shard = entry.getValue().asText();
            // The name comes from a download: it must not lead out of the directory.
            if (!shard.matches("[A-Za-z0-9][A-Za-z0-9._-]*\\.safetensors")) {
                throw new TensorException(
                        index
                                + ": weight_map."
                                + entry.getKey()
                                + ": '"
                                + shard
                                + "' is no file name");
            }
            places.put(entry.getKey(), shard);
        }
        return places;
    }

    public Set<String> names() {
        return Collections.unmodifiableSet(byTensor.keySet());
    }

    /** The files, in order of name. */
    public List<Path> paths() {
        return files.stream().map(Safetensors::file).toList();
    }

    /** Sizes of a tensor, outermost first. */
    public long[] shape(String name) throws TensorException {
        return holder(name).shape(name);
    }

    /** The tensor as float32, owned by the scope; tensor thread only. */
    public NDArray array(NDManager scope, String name) throws TensorException {
        return holder(name).array(scope, name);
    }

    /** The tensor as numbers of a type, owned by the scope; tensor thread only. */
    public NDArray array(NDManager scope, String name, NumberType type) throws TensorException {
        return holder(name).array(scope, name, type);
    }

    /** What type the tensor has in its file. */
    public ElementType type(String name) throws TensorException {
        return holder(name).type(name);
    }

    private Safetensors holder(String name) throws TensorException {
        Safetensors file = byTensor.get(name);
        if (file == null) {
            throw new TensorException(files.getFirst().file() + ": has no tensor '" + name + "'");
        }
        return file;
    }

    @Override
    public void close() {
        files.forEach(Safetensors::close);
    }
}
