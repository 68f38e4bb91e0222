import { useNavigate } from 'react-router';

/** Goes to another place of the app without loading the page. */
export function useGo(): (href: string) => void {
  const navigate = useNavigate();
  return (href) => void navigate(href);
}
