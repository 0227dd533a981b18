package eliq.app.score;

import eliq.app.picture.Pictures;
import eliq.app.words.Amounts;
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
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Files in and out of the Score view: chosen, pasted, exported, copied. */
final class ScoreFiles {
    private final ScoreViewModel model;
    private final FileChoice choice;
    private final Path pasted;

    /** @param pasted folder for pictures that came without a file */
    ScoreFiles(ScoreViewModel model, FileChoice choice, Path pasted) {
        this.model = model;
        this.choice = choice;
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
        List<Path> chosen = choice.images();
        if (!chosen.isEmpty()) {
            model.add(chosen);
        }
    }

    void chooseFolder() {
        choice.folder().ifPresent(folder -> model.add(List.of(folder)));
    }

    void choosePrompts() {
        choice.prompts().ifPresent(model.prompts()::useTable);
    }

    /** @param rows in the order of the table */
    void export(List<ScoreRow> rows) {
        choice.export()
                .ifPresent(
                        file -> {
                            List<ScoreExport.Line> lines =
                                    rows.stream().map(ScoreExport.Line::of).toList();
                            model.inBackground(() -> write(file, lines));
                        });
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
            return Amounts.count(lines.size(), "row") + " written to " + file;
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
        model.say(Amounts.count(rows.size(), "row") + " copied; paste them into a spreadsheet.");
    }

    static List<Path> paths(List<File> files) {
        return files.stream().map(File::toPath).toList();
    }
}
