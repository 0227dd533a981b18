package eliq.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFaultTest {
    private static String fault(String json) {
        IOException e =
                assertThrows(
                        IOException.class,
                        () -> new ObjectMapper().readTree(json.getBytes(StandardCharsets.UTF_8)));
        return JsonFault.of(e);
    }

    @Test
    void thePlaceIsSaidFirst() {
        String said = fault("{\n  \"a\": 1,\n  \"b\": nope\n}");
        assertTrue(said.startsWith("line 3, column "), said);
        assertTrue(said.contains("'nope'"), said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"a\": [1, 2", "{", "[1, 2}", "{\"a\" 1}", "{\"a\": \"open", "<html>"})
    void nothingIsSaidOfTheParsersSource(String json) {
        String said = fault(json);
        assertFalse(said.contains("Source") || said.contains("REDACTED"), said);
        assertFalse(said.contains("marker at") || said.contains("\n"), said);
        assertTrue(said.startsWith("line 1, column "), said);
    }

    @Test
    void whatTheSystemSaysOfAFileIsSaidAsItIs() {
        assertEquals("no such file", JsonFault.of(new IOException("no such file")));
    }
}
