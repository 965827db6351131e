package io.openintegration.daemon.it;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR as the build made it. Arquillian cannot set the context root from outside, so the copy under test carries it. */
public final class DaemonWar {

    private static final String AT_THE_ROOT =
            "<web-ext xmlns=\"http://websphere.ibm.com/xml/ns/javaee\" version=\"1.1\"><context-root uri=\"/\"/></web-ext>";

    private DaemonWar() {}

    /** A copy for Arquillian. */
    public static WebArchive built() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/integration-daemon.war"))
                .addAsWebInfResource(new StringAsset(AT_THE_ROOT), "ibm-web-ext.xml");
    }
}
