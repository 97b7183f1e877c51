package org.pledgetracker.signin;

import org.pledgetracker.webkit.WebKitProperties;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** The bundled OpenID Connect provider. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
@EnableConfigurationProperties(WebKitProperties.class)
public class SignIn {

    /** The application with its own configuration name, so that several share one class path. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(SignIn.class).properties("spring.config.name=sign-in");
    }

    /** Starts it alone, or runs the operator's command that the arguments name. */
    public static void main(String[] args) {
        if (OperatorCommands.areMeantBy(args)) {
            System.exit(new OperatorCommands(System.out, System.err).run(args));
        }
        application().run(args);
    }
}
