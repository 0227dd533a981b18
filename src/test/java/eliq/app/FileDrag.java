package eliq.app;

import com.sun.javafx.scene.SceneHelper;
import com.sun.javafx.tk.TKClipboard;
import com.sun.javafx.tk.TKDropTargetListener;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.DataFormat;
import javafx.scene.input.TransferMode;
import javafx.util.Pair;

/**
 * Something dragged here from another program, told to the scene as a windowing system tells it: the scene picks, makes
 * the drag events and dispatches them. The platform without a display has no drags of its own. JavaFX thread only.
 */
final class FileDrag {
    private final Scene scene;
    private final Held held;
    private double x;
    private double y;

    private FileDrag(Scene scene, Map<DataFormat, Object> content) {
        this.scene = scene;
        this.held = new Held(content);
    }

    static FileDrag ofFiles(Scene scene, List<Path> files) {
        return new FileDrag(
                scene, Map.of(DataFormat.FILES, files.stream().map(Path::toFile).toList()));
    }

    static FileDrag ofText(Scene scene, String text) {
        return new FileDrag(scene, Map.of(DataFormat.PLAIN_TEXT, text));
    }

    /** The middle of this node; what it would do with a drop, empty where it takes none. */
    Optional<TransferMode> over(Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        x = bounds.getCenterX();
        y = bounds.getCenterY();
        TKDropTargetListener listener = listener();
        listener.dragEnter(x, y, x, y, TransferMode.COPY, held);
        return Optional.ofNullable(listener.dragOver(x, y, x, y, TransferMode.COPY));
    }

    /** Lets go where it is; what was done with it, empty where it was not taken. */
    Optional<TransferMode> drop() {
        return Optional.ofNullable(listener().drop(x, y, x, y, TransferMode.COPY));
    }

    /** Goes away without being dropped. */
    void leave() {
        listener().dragExit(x, y, x, y);
    }

    private TKDropTargetListener listener() {
        Object peer = SceneHelper.getPeer(scene);
        try {
            Class<?> glass = Class.forName("com.sun.javafx.tk.quantum.GlassScene");
            Field listener = glass.getDeclaredField("dropTargetListener");
            listener.setAccessible(true);
            return (TKDropTargetListener) listener.get(peer);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("JavaFX changed inside: " + e.getMessage(), e);
        }
    }

    private record Held(Map<DataFormat, Object> content) implements TKClipboard {
        @Override
        public Set<DataFormat> getContentTypes() {
            return content.keySet();
        }

        @Override
        @SafeVarargs
        public final boolean putContent(Pair<DataFormat, Object>... more) {
            return false;
        }

        @Override
        public Object getContent(DataFormat format) {
            return content.get(format);
        }

        @Override
        public boolean hasContent(DataFormat format) {
            return content.containsKey(format);
        }

        @Override
        public Set<TransferMode> getTransferModes() {
            return EnumSet.of(TransferMode.COPY);
        }

        @Override
        public void setDragView(Image image) {}

        @Override
        public void setDragViewOffsetX(double offset) {}

        @Override
        public void setDragViewOffsetY(double offset) {}

        @Override
        public Image getDragView() {
            return null;
        }

        @Override
        public double getDragViewOffsetX() {
            return 0;
        }

        @Override
        public double getDragViewOffsetY() {
            return 0;
        }
    }
}
