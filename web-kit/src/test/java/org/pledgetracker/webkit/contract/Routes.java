package org.pledgetracker.webkit.contract;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every route of a running service: of its controllers, static resources, probes, and security filters. */
final class Routes {

    private final SortedSet<Route> found = new TreeSet<>();

    private Routes() {}

    /** @throws AssertionError if the service answers in a way that this does not know: teach it, so that nothing is missed */
    static SortedSet<Route> of(ApplicationContext service) {
        Routes routes = new Routes();
        BeanFactoryUtils.beansOfTypeIncludingAncestors(service, HandlerMapping.class)
                .values()
                .forEach(routes::add);
        service.getBean(FilterChainProxy.class).getFilterChains().stream()
                .map(SecurityFilterChain::getFilters)
                .flatMap(Collection::stream)
                .forEach(filter -> routes.found.addAll(FilterRoutes.of(filter)));
        StaticFiles.folders().forEach(folder -> routes.found.add(new Route(HttpMethod.GET.name(), folder)));
        return routes.found;
    }

    private void add(HandlerMapping mapping) {
        switch (mapping) {
            case RequestMappingInfoHandlerMapping methods ->
                methods.getHandlerMethods().keySet().forEach(this::add);
            case AbstractUrlHandlerMapping urls -> {
                urls.getHandlerMap().keySet().forEach(path -> found.add(new Route(HttpMethod.GET.name(), path)));
                if (urls.getRootHandler() != null) {
                    found.add(new Route(HttpMethod.GET.name(), "/"));
                }
            }
            case RouterFunctionMapping functions when functions.getRouterFunction() == null -> {
                // There are none
            }
            default -> throw new AssertionError("unknown routes of " + mapping.getClass());
        }
    }

    private void add(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        List<String> names = methods.isEmpty()
                ? List.of(Route.ANY)
                : methods.stream().map(RequestMethod::name).toList();
        info.getPatternValues().forEach(path -> names.forEach(name -> found.add(new Route(name, path))));
    }
}
