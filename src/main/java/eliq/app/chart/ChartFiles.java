package eliq.app.chart;

import eliq.image.ImageEncoding;
import eliq.image.Pixels;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.transform.Transform;
import javafx.stage.FileChooser;

/** A chart taken out of the window. JavaFX thread only. */
public final class ChartFiles {
    private static final double SCALE = 2;

    private final ChartView view;
    private final Supplier<Chart> chart;

    ChartFiles(ChartView view, Supplier<Chart> chart) {
        this.view = view;
        this.chart = chart;
    }

    void chooseSvg() {
        choose("SVG", "svg")
                .ifPresent(
                        file ->
                                write(
                                        file,
                                        ChartSvg.of(chart.get(), 720, 400)
                                                .getBytes(StandardCharsets.UTF_8)));
    }

    void choosePng() {
        choose("PNG", "png").ifPresent(file -> write(file, png(view)));
    }

    void copyValues() {
        ClipboardContent content = new ClipboardContent();
        content.putString(values(chart.get()));
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** A picture of the chart as it is shown, twice as large. */
    public static byte[] png(ChartView view) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(SCALE, SCALE));
        WritableImage image = view.snapshot(parameters, null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        byte[] rgb = new byte[3 * width * height];
        PixelReader pixels = image.getPixelReader();
        for (int y = 0, at = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int argb = pixels.getArgb(x, y);
                rgb[at++] = (byte) (argb >> 16);
                rgb[at++] = (byte) (argb >> 8);
                rgb[at++] = (byte) argb;
            }
        }
        return ImageEncoding.png(new Pixels(width, height, rgb));
    }

    /** All values as tab-separated lines: series, x, y. */
    public static String values(Chart chart) {
        StringBuilder text = new StringBuilder();
        text.append("series\t")
                .append(chart.x().title())
                .append('\t')
                .append(chart.y().title())
                .append('\n');
        for (Series series : chart.series()) {
            for (Point point : series.points()) {
                text.append(series.name())
                        .append('\t')
                        .append(point.x())
                        .append('\t')
                        .append(point.y())
                        .append('\n');
            }
        }
        return text.toString();
    }

    private Optional<File> choose(String kind, String ending) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save the chart");
        chooser.setInitialFileName(
                chart.get().title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-")
                        + "."
                        + ending);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, "*." + ending));
        return Optional.ofNullable(chooser.showSaveDialog(view.getScene().getWindow()));
    }

    private static void write(File file, byte[] bytes) {
        try {
            Files.write(file.toPath(), bytes);
        } catch (IOException e) {
            new Alert(
                            Alert.AlertType.ERROR,
                            "The chart could not be written to "
                                    + file
                                    + " ("
                                    + e.getMessage()
                                    + "). Choose another place.",
                            ButtonType.CLOSE)
                    .show();
        }
    }
}
