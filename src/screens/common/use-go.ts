import { useNavigate } from './router.tsx';

/** Goes to another place of the app without loading the page. */
export function useGo(): (href: string) => void {
  const navigate = useNavigate();
  return (href) => navigate(href);
}
