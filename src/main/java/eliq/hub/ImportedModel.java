package eliq.hub;

import java.nio.file.Path;

/**
 * What came of an import.
 *
 * @param name by which {@code --model} finds it
 * @param kind what it is for
 * @param folder where its files are
 * @param bytes of them
 */
public record ImportedModel(String name, ModelKind kind, Path folder, long bytes) {}
