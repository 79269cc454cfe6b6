import { Route, Switch } from 'wouter';
import { AccountPage } from './account/account-page';
import { RegisterPage } from './account/register-page';
import { SignInPage } from './account/sign-in-page';
import { CartPage } from './cart/cart-page';
import { CataloguePage } from './catalogue/catalogue-page';
import { SearchPage } from './catalogue/search-page';
import { ChatDrawer } from './chat/chat-drawer';
import { CheckoutPage } from './checkout/checkout-page';
import { AnnouncementRegion } from './feedback/announcer';
import { OfflineHint } from './feedback/offline-hint';
import { NotFoundPage } from './layout/not-found-page';
import { SiteFooter } from './layout/site-footer';
import { SiteHeader } from './layout/site-header';
import { pages } from './navigation/addresses';
import { OrderPage } from './orders/order-page';
import { OrdersPage } from './orders/orders-page';
import { ProductPage } from './product/product-page';

export function App() {
  return (
    <>
      <a className="skip-link" href="#main">
        Skip to the content
      </a>
      <SiteHeader />
      <OfflineHint />
      <main id="main" tabIndex={-1}>
        <Switch>
          <Route path={pages.catalogue} component={CataloguePage} />
          <Route path={pages.search} component={SearchPage} />
          <Route path={pages.product}>{({ slug }) => <ProductPage slug={slug} key={slug} />}</Route>
          <Route path={pages.cart} component={CartPage} />
          <Route path={pages.checkout} component={CheckoutPage} />
          <Route path={pages.signIn} component={SignInPage} />
          <Route path={pages.register} component={RegisterPage} />
          <Route path={pages.account} component={AccountPage} />
          <Route path={pages.orders} component={OrdersPage} />
          <Route path={pages.order}>{({ id }) => <OrderPage id={id} key={id} />}</Route>
          <Route>
            <NotFoundPage />
          </Route>
        </Switch>
      </main>
      <SiteFooter />
      <AnnouncementRegion />
      <ChatDrawer />
    </>
  );
}
