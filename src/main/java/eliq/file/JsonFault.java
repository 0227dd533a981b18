package eliq.file;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.regex.Pattern;

/** Why a file could not be read as JSON, in words for people. */
public final class JsonFault {
    // The parser names its source in brackets, which is no more than a note that it does not.
    private static final Pattern SOURCE =
            Pattern.compile(
                    "\\s*\\((?:start marker )?at \\[Source:[^\\]]*\\]\\)|\\s*(?:at )?\\[Source:[^\\]]*\\]");

    private JsonFault() {}

    /** "line 3, column 14: Unexpected character …" where it is no JSON; what the system says where it cannot be read. */
    public static String of(IOException e) {
        if (!(e instanceof JsonProcessingException fault)) {
            return String.valueOf(e.getMessage());
        }
        String what = SOURCE.matcher(fault.getOriginalMessage()).replaceAll("");
        String line = what.lines().findFirst().orElse("no JSON");
        JsonLocation at = fault.getLocation();
        return at == null || at.getLineNr() < 1
                ? line
                : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": " + line;
    }
}
