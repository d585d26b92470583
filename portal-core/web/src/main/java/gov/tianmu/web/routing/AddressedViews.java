package gov.tianmu.web.routing;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.RequestDispatcher;

/**
 * Lets a page's forms post to the address the person sees, not to the file behind it, and makes the views of public
 * pages stateless from their birth: whatever listens between a view's birth and its building (PrimeFaces keeps its CSP
 * nonce in the view) would otherwise open a session for a visitor.
 */
public class AddressedViews extends ViewHandlerWrapper {

    public AddressedViews(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public UIViewRoot createView(FacesContext context, String viewId) {
        UIViewRoot view = super.createView(context, viewId);
        Object route = context.getExternalContext().getRequestMap().get(RoutingFilter.ROUTE);
        boolean told = viewId != null && (viewId.startsWith("/pages/error/") || viewId.startsWith("/pages/signin/"));
        if (view != null && (told || route instanceof Route found && found.isOpen())) {
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
