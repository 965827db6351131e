package io.openintegration.daemon.rest;

import com.sun.net.httpserver.HttpServer;
import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.access.SecurityEvents;
import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.metadata.BatchStore;
import io.openintegration.daemon.metadata.MetadataMessage;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.platform.ServerRegistry;
import io.openintegration.daemon.platform.ServerUnavailableException;
import io.openintegration.daemon.platform.StoreAccess;
import io.openintegration.daemon.testing.RecordingAuditLog;
import jakarta.annotation.Priority;
import jakarta.ejb.EJB;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.hk2.api.Injectee;
import org.glassfish.hk2.api.InjectionResolver;
import org.glassfish.hk2.api.ServiceHandle;
import org.glassfish.hk2.api.TypeLiteral;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.glassfish.jersey.jdkhttp.JdkHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/**
 * The API of metadata access stores over HTTP, without an application server: its resources as they are, with the filters and exception
 * mappers that have to do with them. The servers are the test's. Listens on loopback and a free port.
 */
public final class StoreApiServer implements AutoCloseable {

    /** A delegate who may change metadata. */
    public static final String USER = "daemonnpa";

    public static final String PASSWORD = "for-tests-only";

    private static final String TOKEN = "a-token-of-the-tests";

    static {
        // the JDK's server writes head and body apart, and the second would wait for an acknowledgement of the first
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** Kept, so that its level is: tests hang up on answers, which it would tell each time, with its stack. */
    private static final Logger RESPONDER = Logger.getLogger("org.glassfish.jersey.server.ServerRuntime$Responder");

    static {
        RESPONDER.setLevel(Level.OFF);
    }

    private final Stores stores = new Stores();
    private final RequestOfThread current = new RequestOfThread();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger changeSets = new AtomicInteger();
    private volatile Set<Role> roles = EnumSet.of(Role.OPERATOR, Role.DELEGATE);
    private final HttpServer http;

    public StoreApiServer() {
        ResourceConfig application = new ResourceConfig(
                        OpenMetadataStoreResource.class,
                        OpenMetadataWritesResource.class,
                        OpenMetadataRelationshipsResource.class,
                        OpenMetadataTypesResource.class,
                        UnsupportedStoreResource.class,
                        ChangeSetsResource.class,
                        LookUpsResource.class,
                        RoleFilter.class,
                        BodyTypeFilter.class,
                        QueryFilter.class,
                        DaemonExceptionMapper.class,
                        UnexpectedExceptionMapper.class)
                .register(new Login())
                .register(new Gate())
                .register(new Injections());
        http = JdkHttpServerFactory.createHttpServer(URI.create("http://localhost:0/"), application);
    }

    public int port() {
        return http.getAddress().getPort();
    }

    /** From now on there is a metadata access store of that name. */
    public void start(ServerName server, BatchStore store, int largestPage) {
        // content and events are not asked for: their resources are not here
        stores.started.put(server, new StoreAccess(store, null, null, largestPage));
    }

    public void stop(ServerName server) {
        stores.started.remove(server);
    }

    /** What {@link #USER} may do from now on. */
    public void permit(Set<Role> permitted) {
        roles = permitted;
    }

    /** How many requests there were, of any kind. */
    public int requests() {
        return requests.get();
    }

    /** How many requests with change sets there were, refused ones too. */
    public int changeSets() {
        return changeSets.get();
    }

    @Override
    public void close() {
        http.stop(0);
    }

    /** The platform's servers, of which it knows the stores that are started. */
    private static final class Stores extends ServerRegistry {

        private final Map<ServerName, StoreAccess> started = new ConcurrentHashMap<>();

        @Override
        public StoreAccess requireStore(ServerName server, UserId user) {
            return Optional.ofNullable(started.get(server))
                    .orElseThrow(() ->
                            new ServerUnavailableException(MetadataMessage.SERVER_NOT_AVAILABLE.with(server, user)));
        }
    }

    /** Of the request that a thread is at: each is served by one thread, from the {@link Gate} on. */
    private static final class RequestOfThread extends CurrentRequest {

        private final ThreadLocal<CurrentRequest> request = ThreadLocal.withInitial(CurrentRequest::new);

        void begin() {
            request.remove();
        }

        @Override
        public UserId user() {
            return request.get().user();
        }

        @Override
        Optional<UserId> knownUser() {
            return request.get().knownUser();
        }

        @Override
        String id() {
            return request.get().id();
        }

        @Override
        void madeBy(UserId maker) {
            request.get().madeBy(maker);
        }

        @Override
        void belongsTo(Generation family) {
            request.get().belongsTo(family);
        }

        @Override
        void calls(String itself) {
            request.get().calls(itself);
        }
    }

    /** Where tokens are given. */
    @Path("api/token")
    public static final class Login {

        /** The one there is. */
        @POST
        @OpenToAll
        @Produces(MediaType.TEXT_PLAIN)
        public String login(InputStream body) {
            TokenRequest login = TokenRequest.read(body);
            if (login.userId().equals(USER) && login.password().equals(PASSWORD)) {
                return TOKEN;
            }
            throw new RejectedRequestException(RestMessage.NO_CALLER.with());
        }
    }

    /** The container's part: who is calling. */
    @Priority(Priorities.AUTHENTICATION)
    private final class Gate implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            current.begin();
            requests.incrementAndGet();
            if (request.getUriInfo().getPath().endsWith("change-sets")) {
                changeSets.incrementAndGet();
            }
            boolean known = ("Bearer " + TOKEN).equals(request.getHeaderString(HttpHeaders.AUTHORIZATION));
            request.setSecurityContext(new Known(known ? () -> USER : null));
        }
    }

    private final class Known implements SecurityContext {

        private final Principal principal;

        private Known(Principal principal) {
            this.principal = principal;
        }

        @Override
        public Principal getUserPrincipal() {
            return principal;
        }

        @Override
        public boolean isUserInRole(String role) {
            return roles.stream().anyMatch(held -> held.roleName().equals(role));
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public String getAuthenticationScheme() {
            return "Bearer";
        }
    }

    /** What the application server would inject. */
    private final class Injections extends AbstractBinder {

        @Override
        protected void configure() {
            AuditLog auditLog = new RecordingAuditLog();
            bind(auditLog).to(AuditLog.class);
            bind(new SecurityEvents(auditLog, Clock.systemUTC())).to(SecurityEvents.class);
            bind(current).to(CurrentRequest.class);
            bindAsContract(RefusalReport.class);
            bind(servletRequest()).to(HttpServletRequest.class);
            bind(new Ejbs()).to(new TypeLiteral<InjectionResolver<EJB>>() {});
        }
    }

    @Singleton
    private final class Ejbs implements InjectionResolver<EJB> {

        @Override
        public Object resolve(Injectee injectee, ServiceHandle<?> root) {
            return stores;
        }

        @Override
        public boolean isConstructorParameterIndicator() {
            return false;
        }

        @Override
        public boolean isMethodParameterIndicator() {
            return false;
        }
    }

    /** Of which only the report of a refusal reads anything. */
    private static HttpServletRequest servletRequest() {
        Map<String, Object> known = Map.of("getMethod", "POST", "getRequestURI", "/", "toString", "a request");
        return (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> known.get(method.getName()));
    }
}
