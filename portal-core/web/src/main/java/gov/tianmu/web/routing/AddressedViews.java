package gov.tianmu.web.routing;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import java.util.List;
import jakarta.servlet.RequestDispatcher;

/**
 * Lets a page's forms post to the address the person sees, not to the file behind it, and makes the views of public
 * pages stateless from their birth: whatever listens between a view's birth and its building (PrimeFaces keeps its CSP
 * nonce in the view) would otherwise open a session for a visitor.
 */
public class AddressedViews extends ViewHandlerWrapper {

    /** Besides public pages: what tells why there is no page, and programs' own pages, which are read only. */
    private static final List<String> STATELESS = List.of("/pages/error/", "/pages/signin/", "/pages/program/");

    public AddressedViews(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public UIViewRoot createView(FacesContext context, String viewId) {
        UIViewRoot view = super.createView(context, viewId);
        Object route = context.getExternalContext().getRequestMap().get(RoutingFilter.ROUTE);
        boolean stateless = viewId != null && STATELESS.stream().anyMatch(viewId::startsWith);
        if (view != null && (stateless || route instanceof Route found && found.isOpen())) {
            view.setTransient(true);
        }
        return view;
    }

    @Override
    public String getActionURL(FacesContext context, String viewId) {
        UIViewRoot view = context.getViewRoot();
        Object address = context.getExternalContext().getRequestMap().get(RequestDispatcher.FORWARD_REQUEST_URI);
        if (view == null || address == null || !viewId.equals(view.getViewId())) {
            return super.getActionURL(context, viewId);
        }
        Object query = context.getExternalContext().getRequestMap().get(RequestDispatcher.FORWARD_QUERY_STRING);
        return query == null ? address.toString() : address + "?" + query;
    }
}
