package eliq.table;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** An array of a MATLAB file. Elements stand in MATLAB's order: the first index runs fastest. */
public sealed interface MatArray {

    /** At least two sizes, each at least 0. */
    int[] dimensions();

    /** Product of the sizes. */
    default int count() {
        return Arrays.stream(dimensions()).reduce(1, Math::multiplyExact);
    }

    /**
     * Real numbers of any MATLAB number class (integers above 2^53 lose their last digits), and logical values as 0 and 1.
     *
     * @param values [count], column by column
     */
    record Numbers(int[] dimensions, double[] values) implements MatArray {

        /** Element of a matrix, from 0. */
        public double at(int row, int column) {
            return values[column * dimensions[0] + row];
        }

        /** Element of an array of any number of dimensions, from 0. */
        public double at(int... index) {
            int place = 0;
            for (int i = dimensions.length - 1; i >= 0; i--) {
                place = place * dimensions[i] + index[i];
            }
            return values[place];
        }
    }

    /**
     * Characters.
     *
     * @param text column by column; of an array of one row, its text
     */
    record Text(int[] dimensions, String text) implements MatArray {}

    /** A cell array. */
    record Cells(int[] dimensions, List<MatArray> cells) implements MatArray {
        public Cells {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A structure array.
     *
     * @param fields by name, each with a value for every element of the array
     */
    record Structure(int[] dimensions, Map<String, List<MatArray>> fields) implements MatArray {}

    /**
     * What this reader does not take apart: sparse and complex arrays, objects, function handles.
     *
     * @param what in words
     */
    record Other(int[] dimensions, String what) implements MatArray {}
}
