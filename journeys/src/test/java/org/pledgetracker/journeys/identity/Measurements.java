package org.pledgetracker.journeys.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** All that a service measures, with every tag and its values, and every bean that its libraries show to management. */
final class Measurements {

    private Measurements() {}

    /** Writes it into this file. */
    // what is connected to is a process of this test
    @SuppressWarnings("BanJNDI")
    static void keep(int managementPort, Path file) throws IOException, JMException {
        JMXServiceURL address =
                new JMXServiceURL("service:jmx:rmi:///jndi/rmi://127.0.0.1:" + managementPort + "/jmxrmi");
        StringBuilder text = new StringBuilder();
        try (JMXConnector connector = JMXConnectorFactory.connect(address)) {
            MBeanServerConnection beans = connector.getMBeanServerConnection();
            metrics(beans, text);
            for (ObjectName bean : beans.queryNames(null, null)) {
                text.append(bean).append('\n');
                for (MBeanAttributeInfo attribute : beans.getMBeanInfo(bean).getAttributes()) {
                    text.append(attribute.getName())
                            .append('=')
                            .append(value(beans, bean, attribute.getName()))
                            .append('\n');
                }
            }
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    }

    private static void metrics(MBeanServerConnection beans, StringBuilder text) throws IOException, JMException {
        ObjectName endpoint = beans.queryNames(
                        new ObjectName("org.springframework.boot:type=Endpoint,name=Metrics,*"), null)
                .iterator()
                .next();
        Object names = beans.invoke(endpoint, "listNames", new Object[0], new String[0]);
        for (Object name : (Iterable<?>) ((Map<?, ?>) names).values().iterator().next()) {
            Object metric = beans.invoke(endpoint, "metric", new Object[] {name, null}, new String[] {
                String.class.getName(), "java.util.List"
            });
            text.append(name).append(' ').append(metric).append('\n');
        }
    }

    private static String value(MBeanServerConnection beans, ObjectName bean, String attribute) throws IOException {
        try {
            Object value = beans.getAttribute(bean, attribute);
            return value instanceof Object[] many ? Arrays.deepToString(many) : String.valueOf(value);
        } catch (JMException | RuntimeException e) {
            // not all that is offered can be read
            return "?";
        }
    }
}
