import {
  Children,
  createContext,
  Fragment,
  isValidElement,
  startTransition,
  useContext,
  useEffect,
  useMemo,
  useState,
  type AnchorHTMLAttributes,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
} from 'react';
import { isSame } from '#lib/same.ts';
import type { Address, AddressBar } from './address-bar.ts';
import { matchPath, type PathParams } from './match-path.ts';

type Routing = { readonly address: Address; readonly bar: AddressBar };
export type Navigate = (to: string | number, options?: { readonly replace?: boolean }) => void;

const RoutingContext = createContext<Routing | undefined>(undefined);
const ParamsContext = createContext<PathParams>({});

export type RouterProps = { readonly bar: AddressBar; readonly children: ReactNode };

/**
 * Follows the address. What is on screen stays until the next screen can be drawn; the same screen of another day answers to a
 * press, and is drawn at once.
 */
export function Router({ bar, children }: RouterProps): ReactElement {
  const [address, setAddress] = useState(bar.read);
  const { pathname } = address;
  useEffect(() => {
    const follow = (): void => {
      const next = bar.read();
      const go = (): void => setAddress((known) => (isSame(known, next) ? known : next));
      if (next.pathname === pathname) go();
      else startTransition(go);
    };
    const leave = bar.listen(follow);
    // What is inside may have gone elsewhere while it was being drawn, before anybody listened.
    follow();
    return leave;
  }, [bar, pathname]);
  const routing = useMemo(() => ({ address, bar }), [address, bar]);
  return <RoutingContext value={routing}>{children}</RoutingContext>;
}

export type RouteProps = { readonly path: string; readonly element: ReactNode };

/** One line of a table of routes; it shows nothing by itself. */
export function Route(_props: RouteProps): null {
  return null;
}

/** Shows the first route that the whole path fits: `/run/:id`, or `*` for any. */
export function Routes({ children }: { readonly children: ReactNode }): ReactNode {
  const { pathname } = useLocation();
  for (const { path, element } of routesIn(children)) {
    const params = matchPath(path, pathname);
    if (params !== undefined) return <ParamsContext value={params}>{element}</ParamsContext>;
  }
  return null;
}

export function useLocation(): Address {
  return useRouting().address;
}

/** Goes to an address of the app, or so many steps back. */
export function useNavigate(): Navigate {
  const { bar } = useRouting();
  return (to, options) => (typeof to === 'number' ? bar.step(to) : bar.go(to, options?.replace ? 'replace' : 'push'));
}

/** The parts of the path that the route named. */
export function useParams(): PathParams {
  return useContext(ParamsContext);
}

/** What stands after the question mark. */
export function useSearchParams(): readonly [URLSearchParams] {
  const { search } = useLocation();
  return useMemo(() => [new URLSearchParams(search)] as const, [search]);
}

/** Goes elsewhere as soon as it is drawn. */
export function Navigate({ to, replace = false }: { readonly to: string; readonly replace?: boolean }): null {
  const { bar } = useRouting();
  useEffect(() => bar.go(to, replace ? 'replace' : 'push'), [bar, to, replace]);
  return null;
}

export type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'onClick'> & { readonly to: string };

/** A link inside the app; a click with a key held keeps what the browser does with it. */
export function Link({ to, children, ...rest }: LinkProps): ReactElement {
  const navigate = useNavigate();
  const follow = (event: MouseEvent): void => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigate(to);
  };
  return (
    <a {...rest} href={to} onClick={follow}>
      {children}
    </a>
  );
}

function useRouting(): Routing {
  const routing = useContext(RoutingContext);
  if (routing === undefined) throw new Error('A place of the app is asked for outside Router');
  return routing;
}

function routesIn(children: ReactNode): readonly RouteProps[] {
  return Children.toArray(children).flatMap((child) => {
    if (!isValidElement<RouteProps & { readonly children?: ReactNode }>(child)) return [];
    return child.type === Fragment ? routesIn(child.props.children) : [child.props];
  });
}
