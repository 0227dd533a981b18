package eliq.backbone;

/**
 * Which weights spoke. A scorer is valid for exactly one identity.
 *
 * @param name what a person calls it, such as {@code eliq-nano} or {@code Qwen3-VL-8B-Instruct}
 * @param weights SHA-256 over the weight files' bytes and the image limits, and over the adapter's where there is one
 */
public record BackboneIdentity(String name, String weights) {}
