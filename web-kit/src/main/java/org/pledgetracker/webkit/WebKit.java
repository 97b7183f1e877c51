package org.pledgetracker.webkit;

import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What every web face shares, sign-in included: the layout, answers to problems, security headers. */
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
@ConditionalOnWebApplication
@EnableConfigurationProperties(WebKitProperties.class)
class WebKit {

    private final WebKitProperties properties;
    private final CurrentMember current;
    private final Languages languages;

    WebKit(WebKitProperties properties, ServerProperties server) {
        this.properties = properties;
        this.current = new CurrentMember(properties.claims());
        this.languages = new Languages(properties.languages(), server);
    }

    @Bean
    Site site(MessageSource messages) {
        return new Site(properties, current, languages, messages);
    }

    @Bean
    LocaleResolver localeResolver() {
        return languages.chosen();
    }

    @Bean
    SecurityHeaders securityHeaders() {
        return new SecurityHeaders(properties);
    }

    @Bean
    ProblemAdvice problemAdvice() {
        return new ProblemAdvice();
    }

    @Bean
    ErrorPages errorPages() {
        return new ErrorPages();
    }

    @Bean
    @ConditionalOnProperty("pledge-tracker.demo")
    FilterRegistrationBean<DemoGuard> demoGuard(ServerProperties server) {
        FilterRegistrationBean<DemoGuard> guard =
                new FilterRegistrationBean<>(new DemoGuard(properties.addresses(), server.getAddress()));
        guard.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return guard;
    }

    @Bean
    WebMvcConfigurer currentMemberAndLanguage() {
        CurrentMember resolver = current;
        Languages choice = languages;
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(choice);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(resolver);
            }
        };
    }
}
