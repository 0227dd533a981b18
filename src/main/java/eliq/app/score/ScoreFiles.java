package eliq.app.score;

import eliq.app.picture.Pictures;
import eliq.image.ImageEncoding;
import eliq.image.Pixels;
import eliq.report.DocumentFiles;
import eliq.report.ReportException;
import eliq.report.ReportForm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;

/** Files in and out of the Score view: chosen, pasted, exported, copied. */
final class ScoreFiles {
    private final ScoreViewModel model;
    private final Node owner;
    private final Path pasted;

    /**
     * @param owner in the window that dialogues belong to
     * @param pasted folder for pictures that came without a file
     */
    ScoreFiles(ScoreViewModel model, Node owner, Path pasted) {
        this.model = model;
        this.owner = owner;
        this.pasted = pasted;
    }

    void paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasFiles()) {
            model.add(paths(clipboard.getFiles()));
        } else if (clipboard.hasImage()) {
            Pixels pixels = Pictures.toPixels(clipboard.getImage());
            model.addPicture(() -> keep(pixels));
        } else {
            model.say(
                    "The clipboard holds no image and no files. Copy a picture or image files and paste them here.");
        }
    }

    private Path keep(Pixels pixels) throws IOException {
        Files.createDirectories(pasted);
        String stamp =
                DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").format(LocalDateTime.now());
        Path file = pasted.resolve("pasted-" + stamp + ".png");
        write(file, ImageEncoding.png(pixels));
        return file;
    }

    void chooseFiles() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Images to score");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(
                                "Images", "*.png", "*.jpg", "*.jpeg", "*.webp", "*.tif", "*.tiff",
                                "*.bmp", "*.gif"),
                        new FileChooser.ExtensionFilter("All files", "*"));
        List<File> chosen = chooser.showOpenMultipleDialog(owner.getScene().getWindow());
        if (chosen != null) {
            model.add(paths(chosen));
        }
    }

    void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Folder of images to score");
        File chosen = chooser.showDialog(owner.getScene().getWindow());
        if (chosen != null) {
            model.add(List.of(chosen.toPath()));
        }
    }

    /** @param rows in the order of the table */
    void export(List<ScoreRow> rows) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export scores");
        chooser.setInitialFileName("scores.csv");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("CSV", "*.csv"),
                        new FileChooser.ExtensionFilter("JSON", "*.json"),
                        new FileChooser.ExtensionFilter("Report", "*.html"));
        File chosen = chooser.showSaveDialog(owner.getScene().getWindow());
        if (chosen != null) {
            List<ScoreExport.Line> lines = rows.stream().map(ScoreExport.Line::of).toList();
            model.inBackground(() -> write(chosen.toPath(), lines));
        }
    }

    /** Writes rows in the form that the file's name asks for; what came of it. */
    String write(Path file, List<ScoreExport.Line> lines) {
        try {
            String name = file.getFileName().toString();
            if (name.endsWith(".html")) {
                report(file, lines);
            } else {
                String text =
                        name.endsWith(".json") ? ScoreExport.json(lines) : ScoreExport.csv(lines);
                write(file, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
            return Counted.of(lines.size(), "row") + " written to " + file;
        } catch (IOException | ReportException e) {
            return "The table could not be written to "
                    + file
                    + ": "
                    + e.getMessage()
                    + ". Choose another place.";
        }
    }

    private void report(Path file, List<ScoreExport.Line> lines)
            throws IOException, ReportException {
        ScoreViewModel.Judge judge = model.judgeProperty().get();
        Path aside = Files.createTempDirectory(file.toAbsolutePath().getParent(), ".report");
        try {
            Path written =
                    DocumentFiles.write(
                                    ScoreReport.of(judge.name(), judge.limits(), lines),
                                    Set.of(ReportForm.HTML),
                                    aside)
                            .getFirst();
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path aside = Files.createTempFile(file.toAbsolutePath().getParent(), ".scores", ".part");
        try {
            Files.write(aside, bytes);
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    /** Puts rows on the clipboard, to be pasted into a spreadsheet. */
    void copy(List<ScoreRow> rows) {
        ClipboardContent content = new ClipboardContent();
        content.putString(ScoreExport.tabs(rows.stream().map(ScoreExport.Line::of).toList()));
        Clipboard.getSystemClipboard().setContent(content);
        model.say(Counted.of(rows.size(), "row") + " copied; paste them into a spreadsheet.");
    }

    static List<Path> paths(List<File> files) {
        return files.stream().map(File::toPath).toList();
    }
}
