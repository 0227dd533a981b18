package eliq.app.score;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks the user for files and folders; empty where the user changed their mind. */
public interface FileChoice {

    /** Images to score. */
    List<Path> images();

    /** A folder of images to score. */
    Optional<Path> folder();

    /** A table of prompts. */
    Optional<Path> prompts();

    /** Where the scores go: a CSV, JSON or HTML file. */
    Optional<Path> export();

    /** The platform's own dialogs over this window. */
    static FileChoice dialogs(Supplier<Window> window) {
        return new FileChoice() {
            @Override
            public List<Path> images() {
                FileChooser chooser =
                        chooser(
                                "Images to score",
                                new FileChooser.ExtensionFilter(
                                        "Images", "*.png", "*.jpg", "*.jpeg", "*.webp", "*.tif",
                                        "*.tiff", "*.bmp", "*.gif"),
                                new FileChooser.ExtensionFilter("All files", "*"));
                List<File> chosen = chooser.showOpenMultipleDialog(window.get());
                return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
            }

            @Override
            public Optional<Path> folder() {
                DirectoryChooser chooser = new DirectoryChooser();
                chooser.setTitle("Folder of images to score");
                return Optional.ofNullable(chooser.showDialog(window.get())).map(File::toPath);
            }

            @Override
            public Optional<Path> prompts() {
                FileChooser chooser =
                        chooser(
                                "Table with the columns image and prompt",
                                new FileChooser.ExtensionFilter(
                                        "Tables", "*.csv", "*.tsv", "*.txt"),
                                new FileChooser.ExtensionFilter("All files", "*"));
                return Optional.ofNullable(chooser.showOpenDialog(window.get())).map(File::toPath);
            }

            @Override
            public Optional<Path> export() {
                FileChooser chooser =
                        chooser(
                                "Export scores",
                                new FileChooser.ExtensionFilter("CSV", "*.csv"),
                                new FileChooser.ExtensionFilter("JSON", "*.json"),
                                new FileChooser.ExtensionFilter("Report", "*.html"));
                chooser.setInitialFileName("scores.csv");
                return Optional.ofNullable(chooser.showSaveDialog(window.get())).map(File::toPath);
            }
        };
    }

    private static FileChooser chooser(String title, FileChooser.ExtensionFilter... filters) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().setAll(filters);
        return chooser;
    }
}
