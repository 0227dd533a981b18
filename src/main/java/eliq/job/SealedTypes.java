package eliq.job;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import java.util.Arrays;
import java.util.List;

/** Lets Jackson tell the records of a sealed interface of this project apart, without annotations on them. */
final class SealedTypes extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public TypeResolverBuilder<?> findTypeResolver(
            MapperConfig<?> config, AnnotatedClass annotated, JavaType base) {
        if (!closed(base.getRawClass())) {
            return super.findTypeResolver(config, annotated, base);
        }
        return new StdTypeResolverBuilder()
                .init(JsonTypeInfo.Id.NAME, null)
                .inclusion(JsonTypeInfo.As.PROPERTY)
                .typeProperty("type");
    }

    @Override
    public List<NamedType> findSubtypes(Annotated annotated) {
        if (!closed(annotated.getRawType())) {
            return super.findSubtypes(annotated);
        }
        return Arrays.stream(annotated.getRawType().getPermittedSubclasses())
                .map(type -> new NamedType(type, type.getSimpleName()))
                .toList();
    }

    private static boolean closed(Class<?> type) {
        return type.isInterface() && type.isSealed() && type.getName().startsWith("eliq.");
    }
}
