package eliq.generate;

/**
 * Something that changes a picture as it is told, such as Qwen-Image-Edit behind a ComfyUI server. The same request gives
 * the same picture where {@link #deterministic} says so.
 */
public interface ImageEditor {

    /** Stable name recorded with every image, such as {@code comfyui/qwen-image-edit}. */
    String name();

    /** Whether picture, instruction, seed and settings fix every pixel. */
    boolean deterministic();

    /**
     * Blocks until the edited picture is there; it has the size that {@link EditRequest} says.
     *
     * @param watch told how far it is, and asked whether the picture is still wanted
     * @throws GenerateException with {@link GenerateException.Reason#CANCELLED} where it is not
     */
    GeneratedImage edit(EditRequest request, GenerationWatch watch) throws GenerateException;
}
