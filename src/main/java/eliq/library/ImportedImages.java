package eliq.library;

import java.nio.file.Path;
import java.util.List;

/**
 * What an import came to. Every file counts once: {@code added + known + problems.size()} is the number of files.
 *
 * @param added images that are new in the catalogue
 * @param known files whose content was there already
 * @param withPrompt files among both that a prompt was found for
 * @param skipped files in folders that do not have the name of an image
 * @param problems files that could not be taken
 * @param folderProblems folders that could not be read, each a sentence
 */
public record ImportedImages(
        int added,
        int known,
        int withPrompt,
        int skipped,
        List<Problem> problems,
        List<String> folderProblems) {
    public ImportedImages {
        problems = List.copyOf(problems);
        folderProblems = List.copyOf(folderProblems);
    }

    /**
     * A file that could not be taken.
     *
     * @param reason one sentence
     */
    public record Problem(Path file, String reason) {}
}
