package eliq.app.benchmark;

import eliq.report.Document;
import eliq.report.Document.Block;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Parts of a report one below the other, with tables that sort and figures that answer to the mouse. */
final class DocumentPane extends ScrollPane {
    private final VBox content = new VBox();

    DocumentPane() {
        content.getStyleClass().add("document");
        setContent(content);
        setFitToWidth(true);
        getStyleClass().add("edge-to-edge");
    }

    /** Shows these blocks. */
    void show(List<Block> blocks) {
        List<Node> nodes = new ArrayList<>();
        blocks.forEach(block -> nodes.add(node(block)));
        content.getChildren().setAll(nodes);
        setVvalue(0);
    }

    /** Shows these sections, each under its title. */
    void showSections(List<Document.Section> sections) {
        List<Node> nodes = new ArrayList<>();
        for (Document.Section section : sections) {
            nodes.add(text(section.title(), "title-4"));
            section.blocks().forEach(block -> nodes.add(node(block)));
        }
        content.getChildren().setAll(nodes);
        setVvalue(0);
    }

    private static Node node(Block block) {
        return switch (block) {
            case Block.Heading(String text) -> text(text, "title-4");
            case Block.Paragraph(String text) -> text(text, "absent");
            case Block.Warning(String text) -> warning(text);
            case Block.Figures(List<Document.Captioned> figures) -> figures(figures);
            case Block.Tabular(Document.Table table) -> table(table);
        };
    }

    private static Label text(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private static Node warning(String text) {
        Label label = text(text, "document-warning");
        label.setGraphic(new FontIcon("fth-alert-triangle"));
        return label;
    }

    private static Node figures(List<Document.Captioned> figures) {
        FlowPane flow = new FlowPane(18, 14);
        for (Document.Captioned captioned : figures) {
            FigureCanvas canvas = new FigureCanvas(captioned.figure());
            Label caption = text(captioned.caption(), "absent");
            caption.setMaxWidth(canvas.getPrefWidth());
            flow.getChildren()
                    .add(
                            new VBox(
                                    4,
                                    text(captioned.figure().title(), "text-bold"),
                                    canvas,
                                    caption));
        }
        return flow;
    }

    private static Node table(Document.Table table) {
        Label caption = text(table.caption(), "absent");
        caption.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(caption, Priority.ALWAYS);
        Hyperlink copy = new Hyperlink("Copy table", new FontIcon("fth-copy"));
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setOnAction(
                _ -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(DocumentTable.copied(table));
                    Clipboard.getSystemClipboard().setContent(content);
                });
        HBox head = new HBox(10, caption, copy);
        head.setAlignment(Pos.BOTTOM_LEFT);
        return new VBox(4, head, new DocumentTable(table));
    }
}
