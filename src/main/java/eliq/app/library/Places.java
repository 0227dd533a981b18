package eliq.app.library;

import java.util.AbstractList;
import java.util.List;
import javafx.collections.ObservableListBase;

/** 0, 1, 2, ... up to a length that may change; holds no element of them. */
final class Places extends ObservableListBase<Integer> {
    private int length;

    @Override
    public Integer get(int index) {
        if (index < 0 || index >= length) {
            throw new IndexOutOfBoundsException(index);
        }
        return index;
    }

    @Override
    public int size() {
        return length;
    }

    /** Other images stand at the places now, this many. */
    void become(int count) {
        List<Integer> before = range(length);
        beginChange();
        length = count;
        nextReplace(0, count, before);
        endChange();
    }

    private static List<Integer> range(int count) {
        return new AbstractList<>() {
            @Override
            public Integer get(int index) {
                return index;
            }

            @Override
            public int size() {
                return count;
            }
        };
    }
}
