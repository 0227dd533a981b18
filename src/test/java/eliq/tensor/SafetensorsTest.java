package eliq.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {
    private static final String TWO_FLOATS =
            "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}";

    @TempDir Path folder;

    @Test
    void readsWhatItWroteInFloat32() throws Exception {
        Path file = folder.resolve("a.safetensors");
        float[] values = {1.5f, -0f, Float.MIN_VALUE, Float.NaN, 3e38f, 7f};
        SafetensorsWriter.write(
                file,
                List.of(
                        new SafetensorsWriter.Tensor("z", new long[] {2, 3}, values),
                        new SafetensorsWriter.Tensor("a", new long[] {}, new float[] {4}),
                        new SafetensorsWriter.Tensor("none", new long[] {0, 5}, new float[0])),
                SafetensorsWriter.Precision.F32,
                Map.of("format", "pt"));
        try (Safetensors opened = Safetensors.open(file)) {
            assertEquals(Set.of("a", "none", "z"), opened.names());
            assertArrayEquals(values, opened.floats("z"));
            assertArrayEquals(new long[] {2, 3}, opened.shape("z"));
            assertArrayEquals(new long[] {}, opened.shape("a"));
            assertArrayEquals(new float[0], opened.floats("none"));
            assertEquals("pt", opened.metadata().get("format"));
        }
        assertEquals(1, folder.toFile().list().length, "no temporary file stays behind");
    }

    @Test
    void roundsToBfloat16ToNearestEven() {
        assertEquals((short) 0x3f80, SafetensorsWriter.bfloat16(1f));
        assertEquals((short) 0x3f80, SafetensorsWriter.bfloat16(Float.intBitsToFloat(0x3f808000)));
        assertEquals((short) 0x3f82, SafetensorsWriter.bfloat16(Float.intBitsToFloat(0x3f818000)));
        assertEquals((short) 0x3f81, SafetensorsWriter.bfloat16(Float.intBitsToFloat(0x3f808001)));
        assertEquals((short) 0x7f80, SafetensorsWriter.bfloat16(Float.MAX_VALUE));
        assertTrue((SafetensorsWriter.bfloat16(Float.NaN) & 0x7f) != 0);
    }

    @Test
    void makesNativeArraysFromAllThreeFloatTypes() throws Exception {
        ByteBuffer data = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        data.putFloat(0.1f).putFloat(-2f);
        data.putShort(Float.floatToFloat16(0.5f)).putShort(Float.floatToFloat16(-3f));
        data.putShort((short) 0x3f80).putShort((short) 0xc040);
        Path file =
                write(
                        "{'f':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},"
                                + "'h':{'dtype':'F16','shape':[2,1],'data_offsets':[8,12]},"
                                + "'b':{'dtype':'BF16','shape':[1,2],'data_offsets':[12,16]}}",
                        data.array());
        TensorEngine engine = TensorEngine.shared();
        engine.call(
                () -> {
                    try (NDManager scope = engine.newScope("test")) {
                        List<NDArray> arrays = new ArrayList<>();
                        try (Safetensors opened = Safetensors.open(file)) {
                            for (String name : List.of("f", "h", "b")) {
                                arrays.add(opened.array(scope, name));
                            }
                        }
                        assertArrayEquals(new float[] {0.1f, -2f}, arrays.get(0).toFloatArray());
                        assertArrayEquals(new float[] {0.5f, -3f}, arrays.get(1).toFloatArray());
                        assertArrayEquals(new float[] {1f, -3f}, arrays.get(2).toFloatArray());
                        assertArrayEquals(new long[] {1, 2}, arrays.get(2).getShape().getShape());
                    }
                    return null;
                });
    }

    @Test
    void refusesATruncatedFileAndSaysWhichTensorIsCut() throws Exception {
        Path file = write(TWO_FLOATS, new byte[8]);
        byte[] all = Files.readAllBytes(file);
        for (int length : new int[] {0, 7, 8, 20, all.length - 1}) {
            Files.write(file, Arrays.copyOf(all, length));
            TensorException e = assertThrows(TensorException.class, () -> Safetensors.open(file));
            assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
        }
        TensorException cut = assertThrows(TensorException.class, () -> Safetensors.open(file));
        assertTrue(cut.getMessage().contains("tensor 'a'"), cut.getMessage());
        assertTrue(cut.getMessage().contains("truncated"), cut.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a':{'dtype':'F32','shape':[3],'data_offsets':[0,8]}} | needs 12 bytes",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,4]}} | needs 8 bytes",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[8,0]}} | no range",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[4,12]}} | would end at byte 12",
                "{'a':{'dtype':'U8','shape':[4],'data_offsets':[4,8]}} | starts at byte 4",
                "{'a':{'dtype':'U8','shape':[4],'data_offsets':[0,4]}} | 4 bytes at the end",
                "{'a':{'dtype':'U8','shape':[5],'data_offsets':[0,5]},'b':{'dtype':'U8','shape':[4],'data_offsets':[4,8]}} | overlapping",
                "{'a':{'dtype':'F32','shape':[9223372036854775807,4],'data_offsets':[0,8]}} | absurdly large",
                "{'a':{'dtype':'F32','shape':[4294967296,4294967296],'data_offsets':[0,8]}} | absurdly large",
                "{'a':{'dtype':'F32','shape':[99999999999999999999],'data_offsets':[0,8]}} | not a size",
                "{'a':{'dtype':'F32','shape':[-2],'data_offsets':[0,8]}} | not a size",
                "{'a':{'dtype':'F32','shape':[2.0],'data_offsets':[0,8]}} | not a size",
                "{'a':{'dtype':'F32','shape':'2','data_offsets':[0,8]}} | not a list",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8,9]}} | no range",
                "{'a':{'dtype':'f32','shape':[2],'data_offsets':[0,8]}} | unknown element type",
                "{'a':{'shape':[2],'data_offsets':[0,8]}} | gives no dtype",
                "{'a':{'dtype':'U8','shape':[8],'data_offsets':[0,8]},'a':{'dtype':'U8','shape':[8],'data_offsets':[0,8]}} | Duplicate",
                "{'a':{'dtype':'U8','dtype':'U8','shape':[8],'data_offsets':[0,8]}} | Duplicate",
                "{'__metadata__':{'x':1},'a':{'dtype':'U8','shape':[8],'data_offsets':[0,8]}} | not a string",
                "{'a':{'dtype':'F4','shape':[17],'data_offsets':[0,8]}} | whole bytes",
                "[] | not a JSON object",
                "{} x | not valid JSON",
                "{'a':1} | gives no",
            })
    void refusesAHeaderThatLies(String header, String reason) throws Exception {
        Path file = write(header, new byte[8]);
        TensorException e = assertThrows(TensorException.class, () -> Safetensors.open(file));
        assertTrue(e.getMessage().contains(reason), e.getMessage());
        assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
    }

    @Test
    void refusesAHeaderLengthBeyondTheFileOrTheFormat() throws Exception {
        Path file = folder.resolve("long.safetensors");
        for (long length : new long[] {9, 100_000_001L, -1, Long.MAX_VALUE, Long.MIN_VALUE}) {
            Files.write(
                    file,
                    ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array());
            assertThrows(TensorException.class, () -> Safetensors.open(file));
        }
    }

    @Test
    void namesTheTensorThatIsNotThereOrOfAnotherType() throws Exception {
        Path file = write("{'i':{'dtype':'I64','shape':[1],'data_offsets':[0,8]}}", new byte[8]);
        try (Safetensors opened = Safetensors.open(file)) {
            assertArrayEquals(new long[] {0}, opened.longs("i"));
            TensorException type = assertThrows(TensorException.class, () -> opened.floats("i"));
            assertTrue(type.getMessage().contains("tensor 'i': is of type I64"));
            TensorException absent = assertThrows(TensorException.class, () -> opened.longs("j"));
            assertTrue(absent.getMessage().contains("no tensor 'j'"));
        }
    }

    private Path write(String header, byte[] data) throws IOException {
        byte[] json = header.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        ByteBuffer all =
                ByteBuffer.allocate(8 + json.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        all.putLong(json.length).put(json).put(data);
        return Files.write(folder.resolve("crafted.safetensors"), all.array());
    }
}
