package wrong.job;

import ai.djl.ndarray.NDArray;
import java.sql.Connection;
import javafx.beans.property.SimpleIntegerProperty;
import picocli.CommandLine;

/** Does whatever a job must not do. */
final class Careless {
    static int count;

    private Careless() {}

    static Object everything(NDArray array, Connection connection, CommandLine line) {
        count++;
        System.err.println("a job prints");
        try {
            return new Object[] {array, connection, line, new SimpleIntegerProperty(count)};
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
            return array;
        }
    }
}
