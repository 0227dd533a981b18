package eliq.generate.comfyui;

import java.util.Map;

/** Which inputs of which nodes name a model file, and the folder under ComfyUI's {@code models} that it belongs in. */
final class ModelFolder {
    private static final Map<String, String> FOLDERS =
            Map.ofEntries(
                    Map.entry("CheckpointLoaderSimple.ckpt_name", "checkpoints"),
                    Map.entry("CheckpointLoader.ckpt_name", "checkpoints"),
                    Map.entry("UNETLoader.unet_name", "diffusion_models"),
                    Map.entry("CLIPLoader.clip_name", "text_encoders"),
                    Map.entry("DualCLIPLoader.clip_name1", "text_encoders"),
                    Map.entry("DualCLIPLoader.clip_name2", "text_encoders"),
                    Map.entry("TripleCLIPLoader.clip_name1", "text_encoders"),
                    Map.entry("TripleCLIPLoader.clip_name2", "text_encoders"),
                    Map.entry("TripleCLIPLoader.clip_name3", "text_encoders"),
                    Map.entry("VAELoader.vae_name", "vae"),
                    Map.entry("LoraLoader.lora_name", "loras"),
                    Map.entry("LoraLoaderModelOnly.lora_name", "loras"));

    private ModelFolder() {}

    /** Empty where the input names no model file. */
    static String of(String nodeType, String input) {
        return FOLDERS.getOrDefault(nodeType + "." + input, "");
    }
}
