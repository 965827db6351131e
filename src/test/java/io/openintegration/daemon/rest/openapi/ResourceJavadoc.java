package io.openintegration.daemon.rest.openapi;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The Javadoc of methods, read from the sources: what operations do is written once, where they are. */
final class ResourceJavadoc {

    /**
     * Of one method.
     *
     * @param summary the first sentence, without a full stop
     * @param rest what follows it; empty where nothing does
     * @param parameters by the names of the method's parameters
     */
    record Comment(String summary, String rest, Map<String, String> parameters) {}

    private static final Comment NONE = new Comment("", "", Map.of());

    private final Map<String, Comment> comments = new HashMap<>();

    /** Reads all sources below that directory. */
    ResourceJavadoc(Path sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> tree = Files.walk(sources);
                StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<Path> found =
                    tree.filter(file -> file.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(found));
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Reader(docs).scan(new TreePath(unit), null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without words where there are none. */
    Comment of(Method method) {
        String parameters = Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(","));
        return comments.getOrDefault(
                method.getDeclaringClass().getSimpleName() + "." + method.getName() + "(" + parameters + ")", NONE);
    }

    private final class Reader extends TreePathScanner<Void, Void> {

        private final DocTrees docs;

        Reader(DocTrees docs) {
            this.docs = docs;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            DocCommentTree doc = docs.getDocCommentTree(getCurrentPath());
            if (doc != null) {
                comments.put(key(method), comment(doc));
            }
            return null;
        }

        private String key(MethodTree method) {
            String file = Path.of(getCurrentPath()
                            .getCompilationUnit()
                            .getSourceFile()
                            .getName())
                    .getFileName()
                    .toString();
            String parameters = method.getParameters().stream()
                    .map(parameter -> parameter.getType().toString().replaceAll("<.*", ""))
                    .collect(Collectors.joining(","));
            return file.replace(".java", "") + "." + method.getName() + "(" + parameters + ")";
        }
    }

    private static Comment comment(DocCommentTree doc) {
        Map<String, String> parameters = doc.getBlockTags().stream()
                .filter(tag -> tag.getKind() == DocTree.Kind.PARAM)
                .map(ParamTree.class::cast)
                .collect(Collectors.toMap(tag -> tag.getName().toString(), tag -> text(tag.getDescription())));
        return new Comment(text(doc.getFirstSentence()).replaceAll("\\.$", ""), text(doc.getBody()), parameters);
    }

    private static String text(List<? extends DocTree> pieces) {
        return pieces.stream()
                .map(ResourceJavadoc::text)
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String text(DocTree piece) {
        if (piece instanceof LiteralTree literal) {
            return literal.getBody().getBody();
        } else if (piece instanceof LinkTree link) {
            return link.getReference().getSignature().replace('#', '.');
        }
        return piece instanceof TextTree text ? text.getBody() : "";
    }
}
