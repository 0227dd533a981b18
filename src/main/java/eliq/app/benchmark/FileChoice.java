package eliq.app.benchmark;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks the user for files and folders. */
public interface FileChoice {

    /** Tables to open; empty where the user changed their mind. */
    List<Path> tables(String title);

    /** A folder. */
    Optional<Path> folder(String title);

    /** A file to write. */
    Optional<Path> save(String title, String name, String extension);

    /** The platform's own dialogs over this window. */
    static FileChoice dialogs(Supplier<Window> window) {
        return new FileChoice() {
            @Override
            public List<Path> tables(String title) {
                FileChooser chooser = new FileChooser();
                chooser.setTitle(title);
                chooser.getExtensionFilters()
                        .addAll(
                                new FileChooser.ExtensionFilter(
                                        "Tables", "*.csv", "*.tsv", "*.txt", "*.xlsx"),
                                new FileChooser.ExtensionFilter("All files", "*"));
                List<File> chosen = chooser.showOpenMultipleDialog(window.get());
                return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
            }

            @Override
            public Optional<Path> folder(String title) {
                DirectoryChooser chooser = new DirectoryChooser();
                chooser.setTitle(title);
                return Optional.ofNullable(chooser.showDialog(window.get())).map(File::toPath);
            }

            @Override
            public Optional<Path> save(String title, String name, String extension) {
                FileChooser chooser = new FileChooser();
                chooser.setTitle(title);
                chooser.setInitialFileName(name + "." + extension);
                chooser.getExtensionFilters()
                        .add(
                                new FileChooser.ExtensionFilter(
                                        extension.toUpperCase(Locale.ROOT), "*." + extension));
                return Optional.ofNullable(chooser.showSaveDialog(window.get())).map(File::toPath);
            }
        };
    }
}
