package eliq.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to bring in.
 *
 * @param sources image files, and folders to be searched to any depth
 * @param prompts CSV file with columns for image and prompt; asked before what the images say themselves
 * @param prompt one for all images; asked first
 * @param copy whether the workspace keeps a copy of each image, or only remembers where it is
 */
public record ImportImages(
        List<Path> sources, Optional<Path> prompts, Optional<String> prompt, boolean copy) {
    public ImportImages {
        sources = sources.stream().map(source -> source.toAbsolutePath().normalize()).toList();
        prompts = prompts.map(table -> table.toAbsolutePath().normalize());
    }

    /** These, with the prompts they carry, left where they are. */
    public static ImportImages of(List<Path> sources) {
        return new ImportImages(sources, Optional.empty(), Optional.empty(), false);
    }
}
