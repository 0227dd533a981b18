package eliq.generate.comfyui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.generate.comfyui.ComfyEvent.Broken;
import eliq.generate.comfyui.ComfyEvent.Executing;
import eliq.generate.comfyui.ComfyEvent.Preview;
import eliq.generate.comfyui.ComfyEvent.Started;
import eliq.generate.comfyui.ComfyEvent.Step;
import eliq.generate.comfyui.ComfyEvent.Succeeded;
import eliq.generate.comfyui.ComfyEvent.Waiting;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Frames as a live server of version 0.3.64 sent them. */
class ComfyFramesTest {
    private static final Optional<String> P = Optional.of("P");

    @Test
    void aRecordedSessionReadsAsItWent() {
        List<String> session =
                List.of(
                        "{\"type\":\"status\",\"data\":{\"status\":{\"exec_info\":{\"queue_remaining\":0}},\"sid\":\"C\"}}",
                        "{\"type\":\"feature_flags\",\"data\":{\"supports_preview_metadata\":true,\"max_upload_size\":104857600}}",
                        "{\"type\":\"status\",\"data\":{\"status\":{\"exec_info\":{\"queue_remaining\":1}}}}",
                        "{\"type\":\"execution_start\",\"data\":{\"prompt_id\":\"P\",\"timestamp\":1795433498408}}",
                        "{\"type\":\"execution_cached\",\"data\":{\"nodes\":[],\"prompt_id\":\"P\",\"timestamp\":1795433498410}}",
                        "{\"type\":\"executing\",\"data\":{\"node\":\"4\",\"display_node\":\"4\",\"prompt_id\":\"P\"}}",
                        "{\"type\":\"progress_state\",\"data\":{\"prompt_id\":\"P\",\"nodes\":{\"4\":{\"value\":1.0,\"max\":1.0,\"state\":\"finished\"}}}}",
                        "{\"type\":\"progress\",\"data\":{\"value\":1,\"max\":2,\"prompt_id\":\"P\",\"node\":\"3\"}}",
                        "{\"type\":\"executed\",\"data\":{\"node\":\"9\",\"display_node\":\"9\",\"output\":{\"images\":[{\"filename\":\"p1_00001_.png\",\"subfolder\":\"eliq\",\"type\":\"output\"}]},\"prompt_id\":\"P\"}}",
                        "{\"type\":\"execution_success\",\"data\":{\"prompt_id\":\"P\",\"timestamp\":1795433499758}}",
                        "{\"type\":\"executing\",\"data\":{\"node\":null,\"prompt_id\":\"P\"}}",
                        "{\"type\":\"executing\",\"data\":{\"node\":\"3\"}}",
                        "{\"type\":\"execution_interrupted\",\"data\":{\"prompt_id\":\"P\",\"node_id\":\"3\",\"node_type\":\"KSampler\",\"executed\":[],\"timestamp\":1}}");
        assertEquals(
                List.of(
                        new Waiting(0),
                        new Waiting(1),
                        new Started("P"),
                        new Executing(P, Optional.of("4")),
                        new Step("P", 1, 2),
                        new Succeeded("P"),
                        new Executing(P, Optional.empty()),
                        new Executing(Optional.empty(), Optional.of("3")),
                        new Broken("P")),
                session.stream().flatMap(frame -> ComfyFrames.text(frame).stream()).toList());
    }

    @Test
    void previewsComeInBothFormsAndSavedPicturesAreNone() {
        byte[] jpeg = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0};
        byte[] metadata =
                "{\"node_id\":\"3\",\"prompt_id\":\"P\",\"image_type\":\"image/jpeg\"}"
                        .getBytes(StandardCharsets.UTF_8);
        byte[] withMetadata =
                ByteBuffer.allocate(8 + metadata.length + 4)
                        .putInt(4)
                        .putInt(metadata.length)
                        .put(metadata)
                        .put(jpeg)
                        .array();
        Preview preview = (Preview) ComfyFrames.binary(withMetadata).orElseThrow();
        assertEquals(P, preview.run());
        assertArrayEquals(jpeg, preview.picture());
        byte[] old = ByteBuffer.allocate(12).putInt(1).putInt(1).put(jpeg).array();
        assertEquals(Optional.empty(), ((Preview) ComfyFrames.binary(old).orElseThrow()).run());
        byte[] png = ByteBuffer.allocate(12).putInt(1).putInt(2).put(jpeg).array();
        assertTrue(ComfyFrames.binary(png).isEmpty(), "a picture of SaveImageWebsocket");
    }

    @Test
    void whatCannotBeReadSaysNothing() {
        for (String frame : List.of("", "null", "prose", "{\"type\":\"new_kind\"}", "[1]")) {
            assertTrue(ComfyFrames.text(frame).isEmpty(), frame);
        }
        for (byte[] frame :
                List.of(new byte[3], ByteBuffer.allocate(8).putInt(4).putInt(-1).array())) {
            assertTrue(ComfyFrames.binary(frame).isEmpty());
        }
    }
}
