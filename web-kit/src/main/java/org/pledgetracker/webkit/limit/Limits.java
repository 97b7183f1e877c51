package org.pledgetracker.webkit.limit;

import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;

/** The limits of every web face. */
@AutoConfiguration
@ConditionalOnWebApplication
@EnableConfigurationProperties(LimitProperties.class)
class Limits {

    private static final int BEFORE_SECURITY = SecurityFilterProperties.DEFAULT_FILTER_ORDER - 10;

    @Bean
    CallLimits callLimits(LimitProperties limits) {
        return new CallLimits(limits);
    }

    @Bean
    FilterRegistrationBean<Admission> admission(LimitProperties limits) {
        FilterRegistrationBean<Admission> filter =
                new FilterRegistrationBean<>(new Admission(limits.concurrent(), limits.streams()));
        filter.setOrder(BEFORE_SECURITY);
        return filter;
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(LimitProperties limits) {
        FilterRegistrationBean<BodyLimit> filter =
                new FilterRegistrationBean<>(new BodyLimit(limits.body().toBytes()));
        filter.setOrder(BEFORE_SECURITY + 1);
        return filter;
    }

    @Bean
    FilterRegistrationBean<ReadableFields> readableFields() {
        FilterRegistrationBean<ReadableFields> filter = new FilterRegistrationBean<>(new ReadableFields());
        filter.setOrder(BEFORE_SECURITY + 2);
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return filter;
    }

    @Bean
    ServletListenerRegistrationBean<BoundedSessions> boundedSessions(LimitProperties limits, ServerProperties server) {
        Duration signedIn =
                Objects.requireNonNullElse(server.getServlet().getSession().getTimeout(), Duration.ofMinutes(30));
        return new ServletListenerRegistrationBean<>(new BoundedSessions(limits.sessions(), signedIn));
    }
}
