package eliq.job;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Parameters and results as JSON. Strict when reading: a field that is missing or unknown would silently change what a
 * run repeats. Sealed interfaces of records carry the record's simple name as {@code type}.
 */
public final class JobJson {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .annotationIntrospector(new SealedTypes())
                    .addModule(values())
                    // A record's components are what it is made of again; questions such as
                    // isGood() are not.
                    .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private JobJson() {}

    /** A record as a JSON object on one line. */
    public static String write(Record value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    value.getClass().getName()
                            + " holds what JSON cannot: "
                            + e.getOriginalMessage(),
                    e);
        }
    }

    /**
     * A record from its JSON object.
     *
     * @param what is being read, for the message: "the parameters of job 3"
     */
    public static <T extends Record> T read(String json, Class<T> type, String what)
            throws JobException {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new JobException("Cannot read " + what + ": " + why(e), e);
        }
    }

    private static String why(JsonProcessingException e) {
        if (e instanceof StreamReadException) {
            return "it is no whole JSON (line "
                    + e.getLocation().getLineNr()
                    + ", column "
                    + e.getLocation().getColumnNr()
                    + ")";
        }
        return e.getOriginalMessage()
                + "; another version of this program wrote it, so start a new job instead.";
    }

    /** A JSON object on one line. */
    static String write(Map<String, ?> values) {
        try {
            return MAPPER.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("JSON cannot hold " + values, e);
        }
    }

    private static SimpleModule values() {
        SimpleModule module = new SimpleModule("eliq");
        text(module, Path.class, Path::of);
        text(module, Instant.class, Instant::parse);
        text(module, Duration.class, Duration::parse);
        module.addSerializer(new OptionalWriter(null));
        module.addDeserializer(Optional.class, new OptionalReader(null));
        return module;
    }

    /** A type whose {@code toString} can be read again. */
    private static <T> void text(SimpleModule module, Class<T> type, Function<String, T> parse) {
        module.addSerializer(
                new StdSerializer<T>(type) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public void serialize(T value, JsonGenerator json, SerializerProvider provider)
                            throws IOException {
                        json.writeString(value.toString());
                    }

                    @Override
                    public void serializeWithType(
                            T value,
                            JsonGenerator json,
                            SerializerProvider provider,
                            TypeSerializer types)
                            throws IOException {
                        serialize(value, json, provider);
                    }
                });
        module.addDeserializer(
                type,
                new FromStringDeserializer<T>(type) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected T _deserialize(String value, DeserializationContext context) {
                        return parse.apply(value);
                    }
                });
    }

    /** The content by its declared type, or null. */
    private static final class OptionalWriter extends StdSerializer<Optional<?>>
            implements ContextualSerializer {
        private static final long serialVersionUID = 1L;
        private final JavaType content;

        OptionalWriter(JavaType content) {
            super(Optional.class, false);
            this.content = content;
        }

        @Override
        public JsonSerializer<?> createContextual(
                SerializerProvider provider, BeanProperty property) {
            return property == null
                    ? this
                    : new OptionalWriter(property.getType().containedTypeOrUnknown(0));
        }

        @Override
        public void serialize(Optional<?> value, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            if (value.isEmpty()) {
                json.writeNull();
                return;
            }
            Object inside = value.get();
            TypeSerializer types = content == null ? null : provider.findTypeSerializer(content);
            if (types != null) {
                provider.findValueSerializer(inside.getClass(), null)
                        .serializeWithType(inside, json, provider, types);
            } else if (content != null && content.isContainerType()) {
                provider.findTypedValueSerializer(content, true, null)
                        .serialize(inside, json, provider);
            } else {
                provider.defaultSerializeValue(inside, json);
            }
        }
    }

    private static final class OptionalReader extends StdDeserializer<Optional<?>>
            implements ContextualDeserializer {
        private static final long serialVersionUID = 1L;
        private final JavaType content;

        OptionalReader(JavaType content) {
            super(Optional.class);
            this.content = content;
        }

        @Override
        public JsonDeserializer<?> createContextual(
                DeserializationContext context, BeanProperty property) {
            return new OptionalReader(context.getContextualType().containedTypeOrUnknown(0));
        }

        @Override
        public Optional<?> deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            return Optional.of(context.readValue(json, content));
        }

        @Override
        public Optional<?> getNullValue(DeserializationContext context) {
            return Optional.empty();
        }
    }
}
