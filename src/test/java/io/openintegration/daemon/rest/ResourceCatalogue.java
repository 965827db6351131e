package io.openintegration.daemon.rest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every operation of the REST API, found in the compiled resources: what is added appears here by itself, and with it in the
 * table of roles, in the walk with bad input and in the OpenAPI document.
 */
public final class ResourceCatalogue {

    private static final List<Operation> OPERATIONS = find();

    private ResourceCatalogue() {}

    /** All operations in all spellings, sorted by path and method. */
    public static List<Operation> operations() {
        return OPERATIONS;
    }

    private static List<Operation> find() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.openintegration.daemon")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(ResourceCatalogue::operations)
                        .sorted(Comparator.comparing((Operation found) -> found.path())
                                .thenComparing(Operation::method))
                        .toList();
    }

    private static Stream<Operation> operations(Class<?> resource) {
        return Arrays.stream(resource.getMethods()).flatMap(code -> operations(resource, code));
    }

    private static Stream<Operation> operations(Class<?> resource, Method code) {
        String root = resource.getAnnotation(Path.class).value();
        Path path = code.getAnnotation(Path.class);
        Optional<String> method = Arrays.stream(code.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(found -> found != null)
                .map(HttpMethod::value)
                .findFirst();
        if (method.isEmpty() && path != null) {
            throw new IllegalStateException(code + " is a sub-resource locator: the catalogue does not see behind it");
        }
        return method.stream()
                .flatMap(found -> UriTemplate.spellings(root + "/" + (path == null ? "" : path.value())).stream()
                        .map(spelling -> new Operation(found, spelling, resource, code)));
    }
}
