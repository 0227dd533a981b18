package eliq.tensor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eliq.file.JsonFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The directory at the head of a safetensors file: {@code u64 length | JSON | data}. Nothing it says is believed before it
 * agrees with itself and with the length of the file.
 *
 * @param tensors by name, in order of name
 * @param metadata the free-form strings under {@code __metadata__}
 */
record SafetensorsHeader(Map<String, Entry> tensors, Map<String, String> metadata) {

    /** The format's own limit. */
    static final long MAXIMUM_HEADER_BYTES = 100_000_000;

    private static final String METADATA = "__metadata__";
    private static final Set<String> FIELDS = Set.of("dtype", "shape", "data_offsets");

    /** Repeated keys are refused: of two tensors of one name, one would be lost. */
    private static final ObjectMapper JSON =
            new ObjectMapper(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(8)
                                                    .maxNameLength(4096)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /**
     * @param begin first byte, from the start of the file
     * @param end past the last byte, from the start of the file
     */
    record Entry(ElementType type, long[] shape, long begin, long end) {
        long bytes() {
            return end - begin;
        }
    }

    /**
     * @param head the header's bytes, without the length field
     * @param fileLength of the whole file
     * @param where the file, for messages
     */
    static SafetensorsHeader parse(byte[] head, long fileLength, String where)
            throws TensorException {
        JsonNode root = json(head, where);
        Map<String, String> metadata = new LinkedHashMap<>();
        Map<String, Entry> tensors = new TreeMap<>();
        long dataStart = 8L + head.length;
        for (Map.Entry<String, JsonNode> field : root.properties()) {
            if (field.getKey().equals(METADATA)) {
                metadata.putAll(metadata(field.getValue(), where));
            } else {
                tensors.put(
                        field.getKey(),
                        entry(field.getKey(), field.getValue(), dataStart, fileLength, where));
            }
        }
        checkCoverage(tensors, dataStart, fileLength, where);
        return new SafetensorsHeader(tensors, metadata);
    }

    private static JsonNode json(byte[] head, String where) throws TensorException {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(head)).toString();
            try (JsonParser parser = JSON.createParser(text)) {
                JsonNode root = JSON.readTree(parser);
                if (root == null || !root.isObject()) {
                    throw new TensorException(where + ": the header is not a JSON object");
                }
                return root;
            }
        } catch (CharacterCodingException e) {
            throw new TensorException(where + ": the header is not UTF-8", e);
        } catch (IOException e) {
            throw new TensorException(
                    where + ": the header is not valid JSON: " + JsonFault.of(e), e);
        }
    }

    private static Map<String, String> metadata(JsonNode node, String where)
            throws TensorException {
        Map<String, String> result = new LinkedHashMap<>();
        if (node.isNull()) {
            return result;
        }
        if (!node.isObject()) {
            throw new TensorException(where + ": " + METADATA + " is not a JSON object");
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!field.getValue().isTextual()) {
                throw new TensorException(
                        where + ": " + METADATA + "." + field.getKey() + " is not a string");
            }
            result.put(field.getKey(), field.getValue().textValue());
        }
        return result;
    }

    private static Entry entry(
            String name, JsonNode node, long dataStart, long fileLength, String where)
            throws TensorException {
        String tensor = where + ", tensor '" + name + "': ";
        for (String field : FIELDS) {
            if (!node.has(field)) {
                throw new TensorException(tensor + "the header gives no " + field);
            }
        }
        String typeName = node.get("dtype").asText();
        ElementType type =
                ElementType.named(typeName)
                        .orElseThrow(
                                () ->
                                        new TensorException(
                                                tensor
                                                        + "unknown element type '"
                                                        + typeName
                                                        + "'"));
        long[] shape = numbers(node.get("shape"), tensor + "shape");
        long[] offsets = numbers(node.get("data_offsets"), tensor + "data_offsets");
        if (offsets.length != 2 || offsets[1] < offsets[0]) {
            throw new TensorException(
                    tensor + "data_offsets " + Arrays.toString(offsets) + " are no range");
        }
        if (offsets[1] > fileLength - dataStart) {
            throw new TensorException(
                    tensor
                            + "its data would end at byte "
                            + offsets[1]
                            + " of "
                            + (fileLength - dataStart)
                            + " that the file holds; the file is truncated or its header lies."
                            + " Fetch it again.");
        }
        long bytes = byteCount(type, shape, tensor);
        if (bytes != offsets[1] - offsets[0]) {
            throw new TensorException(
                    tensor
                            + type
                            + " "
                            + Arrays.toString(shape)
                            + " needs "
                            + bytes
                            + " bytes, but the header gives it "
                            + (offsets[1] - offsets[0]));
        }
        return new Entry(type, shape, dataStart + offsets[0], dataStart + offsets[1]);
    }

    private static long byteCount(ElementType type, long[] shape, String tensor)
            throws TensorException {
        try {
            long bits = type.bits();
            for (long size : shape) {
                bits = Math.multiplyExact(bits, size);
            }
            if (bits % 8 != 0) {
                throw new TensorException(tensor + "its data does not fill whole bytes");
            }
            return bits / 8;
        } catch (ArithmeticException e) {
            throw new TensorException(
                    tensor + "shape " + Arrays.toString(shape) + " is absurdly large", e);
        }
    }

    private static long[] numbers(JsonNode node, String what) throws TensorException {
        if (!node.isArray()) {
            throw new TensorException(what + " is not a list of numbers");
        }
        long[] values = new long[node.size()];
        for (int i = 0; i < values.length; i++) {
            JsonNode item = node.get(i);
            if (!item.isIntegralNumber() || !item.canConvertToLong() || item.longValue() < 0) {
                throw new TensorException(what + ": " + item + " is not a size");
            }
            values[i] = item.longValue();
        }
        return values;
    }

    /** The tensors must cover the data exactly: no hole, no overlap, nothing before or after. */
    private static void checkCoverage(
            Map<String, Entry> tensors, long dataStart, long fileLength, String where)
            throws TensorException {
        List<Map.Entry<String, Entry>> inOrder = new ArrayList<>(tensors.entrySet());
        inOrder.sort(
                Comparator.comparingLong((Map.Entry<String, Entry> e) -> e.getValue().begin())
                        .thenComparingLong(e -> e.getValue().end()));
        long covered = dataStart;
        for (Map.Entry<String, Entry> tensor : inOrder) {
            if (tensor.getValue().begin() != covered) {
                throw new TensorException(
                        where
                                + ", tensor '"
                                + tensor.getKey()
                                + "': its data starts at byte "
                                + (tensor.getValue().begin() - dataStart)
                                + ", where byte "
                                + (covered - dataStart)
                                + " is next: overlapping or missing data");
            }
            covered = tensor.getValue().end();
        }
        if (covered != fileLength) {
            throw new TensorException(
                    where
                            + ": "
                            + (fileLength - covered)
                            + " bytes at the end belong to no tensor; the file is damaged");
        }
    }
}
